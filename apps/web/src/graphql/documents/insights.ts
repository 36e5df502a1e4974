// Written by `npm run web-types`; a test fails when it is behind the schema or the operations.
import type { StageFlowQuery, StageFlowQueryVariables } from '../generated.ts';
import { TypedDocumentString } from '../typed-document.ts';
export const StageFlowDocument = /* @__PURE__ */ new TypedDocumentString(`
    query StageFlow($postingId: ID!) {
  stageFlow(postingId: $postingId) {
    name
    kind
    reached
    wentOn
    rejected
    withdrew
    present
    medianDays
  }
  interviewerLoad(postingId: $postingId) {
    personId
    name
    held
    heldHere
    coming
    comingHere
    targetPerWeek
  }
  board(postingId: $postingId) {
    postingId
    title
    cards {
      id
      enteredStageAt
      waitingOn
    }
  }
}
    `) as unknown as TypedDocumentString<StageFlowQuery, StageFlowQueryVariables>;
