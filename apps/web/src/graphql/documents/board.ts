// Written by `npm run web-types`; a test fails when it is behind the schema or the operations.
import type {
  BoardQuery,
  BoardQueryVariables,
  BoardMailsQuery,
  BoardMailsQueryVariables,
  RejectionReasonsQuery,
  RejectionReasonsQueryVariables,
  MoveApplicationMutation,
  MoveApplicationMutationVariables,
  SendBackApplicationMutation,
  SendBackApplicationMutationVariables,
  RejectApplicationMutation,
  RejectApplicationMutationVariables,
  SkipStageMutation,
  SkipStageMutationVariables,
  HireApplicationMutation,
  HireApplicationMutationVariables,
  WithdrawApplicationMutation,
  WithdrawApplicationMutationVariables,
  ReopenApplicationMutation,
  ReopenApplicationMutationVariables,
  AddingToQuery,
  AddingToQueryVariables,
  AddCandidateApplicationMutation,
  AddCandidateApplicationMutationVariables,
} from '../generated.ts';
import { TypedDocumentString } from '../typed-document.ts';
export const BoardDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Board($postingId: ID!) {
  board(postingId: $postingId) {
    postingId
    title
    status
    columns {
      stageId
      name
      kind
      count
      planVersion
      targetDays
    }
    cards {
      id
      candidateId
      candidateName
      appliedAt
      enteredStageAt
      stageId
      status
      version
      waitingFor
      waitingOn
      waitingUntil
      residenceCheck
    }
    ended {
      hired
      rejected
      withdrawn
    }
  }
}
    `) as unknown as TypedDocumentString<BoardQuery, BoardQueryVariables>;
export const BoardMailsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query BoardMails($postingId: ID!) {
  pendingMails(postingId: $postingId, first: 100) {
    nodes {
      id
      applicationId
      subject
      recipient
      notBefore
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<BoardMailsQuery, BoardMailsQueryVariables>;
export const RejectionReasonsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query RejectionReasons {
  rejectionReasons {
    id
    label
    side
    active
  }
}
    `) as unknown as TypedDocumentString<RejectionReasonsQuery, RejectionReasonsQueryVariables>;
export const MoveApplicationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation MoveApplication($input: MoveApplicationInput!) {
  result: moveApplication(input: $input) {
    ...MoveOutcome
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<MoveApplicationMutation, MoveApplicationMutationVariables>;
export const SendBackApplicationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SendBackApplication($input: SendBackApplicationInput!) {
  result: sendBackApplication(input: $input) {
    ...MoveOutcome
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SendBackApplicationMutation, SendBackApplicationMutationVariables>;
export const RejectApplicationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RejectApplication($input: RejectApplicationInput!) {
  result: rejectApplication(input: $input) {
    ...MoveOutcome
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RejectApplicationMutation, RejectApplicationMutationVariables>;
export const SkipStageDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SkipStage($input: SkipStageInput!) {
  result: skipStage(input: $input) {
    ...MoveOutcome
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SkipStageMutation, SkipStageMutationVariables>;
export const HireApplicationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation HireApplication($input: HireApplicationInput!) {
  result: hireApplication(input: $input) {
    ...MoveOutcome
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<HireApplicationMutation, HireApplicationMutationVariables>;
export const WithdrawApplicationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation WithdrawApplication($input: WithdrawApplicationInput!) {
  result: withdrawApplication(input: $input) {
    ...MoveOutcome
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<WithdrawApplicationMutation, WithdrawApplicationMutationVariables>;
export const ReopenApplicationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ReopenApplication($input: ReopenApplicationInput!) {
  result: reopenApplication(input: $input) {
    ...MoveOutcome
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ReopenApplicationMutation, ReopenApplicationMutationVariables>;
export const AddingToDocument = /* @__PURE__ */ new TypedDocumentString(`
    query AddingTo($postingId: ID!) {
  posting(id: $postingId) {
    id
    questions {
      id
      label
      kind
      required
    }
  }
  sources {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<AddingToQuery, AddingToQueryVariables>;
export const AddCandidateApplicationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddCandidateApplication($input: AddCandidateApplicationInput!) {
  result: addCandidateApplication(input: $input) {
    __typename
    ... on AddedApplication {
      applicationId
      alreadyThere
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddCandidateApplicationMutation, AddCandidateApplicationMutationVariables>;
