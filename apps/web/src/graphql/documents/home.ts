// Written by `npm run web-types`; a test fails when it is behind the schema or the operations.
import type {
  HomeQuery,
  HomeQueryVariables,
  HomePostingsQuery,
  HomePostingsQueryVariables,
  HomePrivacyQuery,
  HomePrivacyQueryVariables,
  SettleTimeProposalMutation,
  SettleTimeProposalMutationVariables,
  AnswerSeatMutation,
  AnswerSeatMutationVariables,
} from '../generated.ts';
import { TypedDocumentString } from '../typed-document.ts';
export const HomeDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Home {
  myScorecardsDue {
    applicationId
    stageId
    stageName
    candidateName
    postingTitle
    since
    draftVersion
    interviewSeatId
  }
  myInterviews(first: 50) {
    nodes {
      answer
      interviewSeatId
      interview {
        ...InterviewSeen
        candidateName
        postingTitle
      }
    }
  }
}
    fragment InterviewSeen on Interview {
  id
  version
  applicationId
  stageId
  stageName
  state
  startsAt
  endsAt
  zone
  candidateZone
  meetingUrl
  reason
  seats {
    id
    personId
    name
    role
    title
    answer
  }
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const HomePostingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query HomePostings {
  teamTurn(first: 8) {
    count
    applications {
      applicationId
      candidateName
      stageName
      postingTitle
      waitingFor
      since
      lateDays
    }
    postings {
      postingId
      active
      waiting
    }
  }
  postings(first: 100) {
    nodes {
      id
      title
      status
    }
  }
  promisedAnswers(first: 8) {
    applicationId
    candidateName
    stageName
    postingTitle
    dueAt
    broken
    lateToldAt
  }
  timeProposals {
    applicationId
    candidateName
    interviewId
    interviewSeatId
    note
    personName
    postingTitle
    proposedAt
    stageName
    startsAt
    version
  }
  timeWishes {
    applicationId
    candidateName
    stageName
    postingTitle
    saidAt
  }
  mailTasks(first: 100) {
    nodes {
      id
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<HomePostingsQuery, HomePostingsQueryVariables>;
export const HomePrivacyDocument = /* @__PURE__ */ new TypedDocumentString(`
    query HomePrivacy {
  privacyRequests(first: 100, open: true) {
    nodes {
      id
      answerBy
    }
  }
}
    `) as unknown as TypedDocumentString<HomePrivacyQuery, HomePrivacyQueryVariables>;
export const SettleTimeProposalDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SettleTimeProposal($input: SettleTimeProposalInput!) {
  result: settleTimeProposal(input: $input) {
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
}`) as unknown as TypedDocumentString<SettleTimeProposalMutation, SettleTimeProposalMutationVariables>;
export const AnswerSeatDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AnswerSeat($input: AnswerSeatInput!) {
  result: answerSeat(input: $input) {
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
}`) as unknown as TypedDocumentString<AnswerSeatMutation, AnswerSeatMutationVariables>;
