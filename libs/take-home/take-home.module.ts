import { Module } from '@nestjs/common';
import { ApplicationTakeHomesResolver } from './api/application-take-homes.resolver.js';
import { MyTakeHomeResolver } from './api/my-take-home.resolver.js';
import { TakeHomeResolver } from './api/take-home.resolver.js';
import { TakeHomeReactions } from './jobs/take-home-reactions.js';
import { TakeHomeStages } from './persistence/take-home-stages.js';
import { LoadMyTakeHome } from './queries/load-my-take-home.js';
import { TakeHomes } from './queries/take-homes.js';
import { CancelTakeHome } from './use-cases/cancel-take-home.js';
import { AssignReviewer, RemoveReviewer } from './use-cases/change-reviewers.js';
import { ExtendTakeHome } from './use-cases/extend-take-home.js';
import { FollowMove } from './use-cases/follow-move.js';
import { RemindOfTakeHome } from './use-cases/remind-of-take-home.js';
import { SetTakeHomeBrief } from './use-cases/set-take-home-brief.js';
import { SubmitTakeHome } from './use-cases/submit-take-home.js';

const doors = [
  LoadMyTakeHome,
  SubmitTakeHome,
  TakeHomes,
  ExtendTakeHome,
  CancelTakeHome,
  SetTakeHomeBrief,
  AssignReviewer,
  RemoveReviewer,
];

/** Assignments: sent on entering a stage, handed in, reviewed. */
@Module({
  providers: [
    ...doors,
    TakeHomeStages,
    FollowMove,
    RemindOfTakeHome,
    TakeHomeReactions,
    TakeHomeResolver,
    MyTakeHomeResolver,
    ApplicationTakeHomesResolver,
  ],
  exports: doors,
})
export class TakeHomeModule {}
