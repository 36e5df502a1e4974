// Written by `npm run web-types`; a test fails when it is behind the schema or the operations.
import type {
  KitQuery,
  KitQueryVariables,
  SaveScorecardDraftMutation,
  SaveScorecardDraftMutationVariables,
  SubmitScorecardMutation,
  SubmitScorecardMutationVariables,
  ProposeTimeMutation,
  ProposeTimeMutationVariables,
} from '../generated.ts';
import { TypedDocumentString } from '../typed-document.ts';
export const KitDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Kit($applicationId: ID!, $stageId: ID!) {
  interviewKit(applicationId: $applicationId, stageId: $stageId) {
    applicationId
    stageId
    stageName
    candidateName
    postingTitle
    purpose
    questions
    mayWrite
    cvAttachmentId
    cvFileName
    attributes {
      id
      name
      description
    }
    interview {
      id
      startsAt
      endsAt
      zone
      state
      meetingUrl
      seats {
        interviewSeatId
        mine
        personId
        personName
        role
      }
    }
    takeHome {
      id
      brief
      status
      dueAt
      late
      submissionUrl
      submissionNote
      submissionFileName
      submissionAttachmentId
      submittedAt
    }
    myScorecard {
      ...Card
    }
  }
}
    fragment Card on Scorecard {
  id
  version
  state
  recommendation
  notes
  submittedAt
  updatedAt
  ratings {
    attributeId
    rating
    note
  }
}`) as unknown as TypedDocumentString<KitQuery, KitQueryVariables>;
export const SaveScorecardDraftDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveScorecardDraft($input: ScorecardInput!) {
  result: saveScorecardDraft(input: $input) {
    ...CardOutcome
  }
}
    fragment Card on Scorecard {
  id
  version
  state
  recommendation
  notes
  submittedAt
  updatedAt
  ratings {
    attributeId
    rating
    note
  }
}
fragment CardOutcome on ScorecardResult {
  __typename
  ... on ScorecardPayload {
    scorecard {
      ...Card
    }
  }
  ... on Conflict {
    presentVersion
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SaveScorecardDraftMutation, SaveScorecardDraftMutationVariables>;
export const SubmitScorecardDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SubmitScorecard($input: ScorecardInput!) {
  result: submitScorecard(input: $input) {
    ...CardOutcome
  }
}
    fragment Card on Scorecard {
  id
  version
  state
  recommendation
  notes
  submittedAt
  updatedAt
  ratings {
    attributeId
    rating
    note
  }
}
fragment CardOutcome on ScorecardResult {
  __typename
  ... on ScorecardPayload {
    scorecard {
      ...Card
    }
  }
  ... on Conflict {
    presentVersion
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SubmitScorecardMutation, SubmitScorecardMutationVariables>;
export const ProposeTimeDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ProposeTime($input: ProposeTimeInput!) {
  result: proposeTime(input: $input) {
    ...InterviewOutcome
  }
}
    fragment InterviewOutcome on InterviewResult {
  __typename
  ... on InterviewPayload {
    interviewId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ProposeTimeMutation, ProposeTimeMutationVariables>;
