import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, instance } from '#libs/platform/index.js';
import type { KitView } from '../queries/load-kit.js';
import { Scorecard, toScorecard } from './scorecard.types.js';

@ArgsType()
export class KitArgs {
  @Field(() => ID, { nullable: true })
  applicationId?: Id | null;
  @Field(() => ID, { nullable: true, description: 'With applicationId' })
  stageId?: Id | null;
  @Field(() => ID, { nullable: true, description: 'Instead of the two' })
  interviewSeatId?: Id | null;
}

@ObjectType()
export class AssessedAttribute {
  @Field(() => ID)
  id: Id;
  @Field(() => String)
  name: string;
  @Field(() => String, { description: 'What can be observed' })
  description: string;
}

@ObjectType({ description: 'Somebody in the interview and what they cover' })
export class InterviewerKitSeat {
  @Field(() => ID)
  interviewSeatId: Id;
  @Field(() => String, { description: 'As the posting says it' })
  role: string;
  @Field(() => ID)
  personId: Id;
  @Field(() => String)
  personName: string;
  @Field(() => Boolean)
  mine: boolean;
}

@ObjectType()
export class InterviewerKitInterview {
  @Field(() => ID)
  id: Id;
  @Field(() => String)
  state: string;
  @Field(() => DateTime)
  startsAt: Date;
  @Field(() => DateTime)
  endsAt: Date;
  @Field(() => String, { description: 'IANA' })
  zone: string;
  @Field(() => String, { nullable: true })
  meetingUrl: string | null;
  @Field(() => [InterviewerKitSeat])
  seats: readonly InterviewerKitSeat[];
}

@ObjectType()
export class InterviewerKitTakeHome {
  @Field(() => ID)
  id: Id;
  @Field(() => String)
  status: string;
  @Field(() => String)
  brief: string;
  @Field(() => DateTime)
  dueAt: Date;
  @Field(() => String, { description: 'The candidate’s IANA zone' })
  dueZone: string;
  @Field(() => DateTime, { nullable: true })
  submittedAt: Date | null;
  @Field(() => Boolean)
  late: boolean;
  @Field(() => String, { nullable: true, description: 'http or https, written by the candidate' })
  submissionUrl: string | null;
  @Field(() => ID, { nullable: true })
  submissionAttachmentId: Id | null;
  @Field(() => String, { nullable: true })
  submissionFileName: string | null;
  @Field(() => String)
  submissionNote: string;
}

@ObjectType({ description: 'All that one interviewer or reviewer needs; no salary and nobody else’s feedback' })
export class InterviewerKit {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => String)
  postingTitle: string;
  @Field(() => ID)
  stageId: Id;
  @Field(() => String)
  stageName: string;
  @Field(() => String)
  candidateName: string;
  @Field(() => ID, { nullable: true })
  cvAttachmentId: Id | null;
  @Field(() => String, { nullable: true })
  cvFileName: string | null;
  @Field(() => String, { description: 'What this stage is for' })
  purpose: string;
  @Field(() => [String])
  questions: readonly string[];
  @Field(() => [AssessedAttribute], { description: 'What is rated' })
  attributes: readonly AssessedAttribute[];
  @Field(() => InterviewerKitInterview, { nullable: true })
  interview: InterviewerKitInterview | null;
  @Field(() => InterviewerKitTakeHome, { nullable: true })
  takeHome: InterviewerKitTakeHome | null;
  @Field(() => Scorecard, { nullable: true, description: 'Your own, draft or in' })
  myScorecard: Scorecard | null;
  @Field(() => Boolean, { description: 'Whether you write a card here' })
  mayWrite: boolean;
}

/** The whitelist: what of a kit is shown. */
export function toInterviewerKit(view: KitView): InterviewerKit {
  const {
    applicationId,
    postingTitle,
    stageId,
    stageName,
    candidateName,
    cvAttachmentId,
    cvFileName,
    purpose,
    questions,
    mayWrite,
  } = view;
  return instance(InterviewerKit, {
    ...{
      applicationId,
      postingTitle,
      stageId,
      stageName,
      candidateName,
      cvAttachmentId,
      cvFileName,
      purpose,
      questions,
      mayWrite,
    },
    attributes: view.attributes.map(({ id, name, description }) => instance(AssessedAttribute, { id, name, description })),
    interview: view.interview && toInterview(view.interview),
    takeHome: view.takeHome && toTakeHome(view.takeHome),
    myScorecard: view.myScorecard && toScorecard(view.myScorecard),
  });
}

function toInterview({ id, state, startsAt, endsAt, zone, meetingUrl, seats }: NonNullable<KitView['interview']>) {
  return instance(InterviewerKitInterview, {
    ...{ id, state, startsAt: new Date(startsAt), endsAt: new Date(endsAt), zone, meetingUrl },
    seats: seats.map(({ interviewSeatId, role, personId, personName, mine }) =>
      instance(InterviewerKitSeat, { interviewSeatId, role, personId, personName, mine }),
    ),
  });
}

function toTakeHome(takeHome: NonNullable<KitView['takeHome']>) {
  const { id, status, brief, dueZone, late, submissionUrl, submissionAttachmentId, submissionFileName, submissionNote } =
    takeHome;
  return instance(InterviewerKitTakeHome, {
    ...{ id, status, brief, dueZone, late, submissionUrl, submissionAttachmentId, submissionFileName, submissionNote },
    dueAt: new Date(takeHome.dueAt),
    submittedAt: takeHome.submittedAt === null ? null : new Date(takeHome.submittedAt),
  });
}
