// Written by `npm run web-types`; a test fails when it is behind the schema or the operations.
import type {
  BatchQuery,
  BatchQueryVariables,
  FindTimeQuery,
  FindTimeQueryVariables,
  LoopsQuery,
  LoopsQueryVariables,
  SettleTimeWishMutation,
  SettleTimeWishMutationVariables,
  BookLoopMutation,
  BookLoopMutationVariables,
  RequestLoopMutation,
  RequestLoopMutationVariables,
} from '../generated.ts';
import { TypedDocumentString } from '../typed-document.ts';
export const BatchDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Batch($applicationIds: [ID!]!, $zone: String!) {
  batch(applicationIds: $applicationIds, zone: $zone) {
    __typename
    ... on Batch {
      bound
      zone
      interviews {
        applicationId
        startsAt
        endsAt
        said
        seats {
          seatId
          role
          personId
          person {
            id
            name
          }
        }
      }
      without {
        applicationId
        message
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BatchQuery, BatchQueryVariables>;
export const FindTimeDocument = /* @__PURE__ */ new TypedDocumentString(`
    query FindTime($applicationId: ID!, $from: String!, $to: String!, $searchFrom: String!, $searchTo: String!, $zone: String!) {
  application(id: $applicationId) {
    id
    version
    stageId
    stageName
    postingId
    postingTitle
    possibleCommands
    candidate {
      id
      name
      zone
    }
    interviews {
      id
      version
      state
      startsAt
    }
  }
  schedulingWeek(applicationId: $applicationId, from: $from, to: $to) {
    __typename
    ... on SchedulingWeek {
      stageId
      stageName
      durationMin
      zone
      noticeUntil
      law {
        startsAt
        endsAt
      }
      candidate {
        zone
        hasNamed
        hours {
          startsAt
          endsAt
        }
        taken {
          startsAt
          endsAt
          by
        }
      }
      members {
        personId
        name
        zone
        roles
        load
        hours {
          startsAt
          endsAt
        }
        taken {
          startsAt
          endsAt
          by
        }
      }
    }
    ... on UserError {
      code
      message
    }
  }
  slots(
    applicationId: $applicationId
    from: $searchFrom
    to: $searchTo
    zone: $zone
    limit: 500
  ) {
    ...SlotsFound
  }
  timeWishes {
    applicationId
    zone
    note
    windows {
      startsAt
      endsAt
      said
    }
  }
}
    fragment SlotsFound on SlotsResult {
  __typename
  ... on SlotList {
    stageId
    stageName
    durationMin
    count
    moves
    slots {
      startsAt
      endsAt
      seats {
        seatId
        personId
        role
      }
    }
    none {
      message
      blocks {
        code
        message
      }
      relaxations {
        change
        count
        message
      }
      waysOut {
        count
        message
      }
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<FindTimeQuery, FindTimeQueryVariables>;
export const LoopsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Loops($applicationId: ID!, $pace: String, $zone: String) {
  loops(applicationId: $applicationId, pace: $pace, zone: $zone) {
    __typename
    ... on LoopList {
      loops {
        spanMin
        rounds {
          stageId
          stageName
          startsAt
          endsAt
          seats {
            seatId
            role
            person {
              id
              name
            }
          }
        }
      }
      without {
        stageId
        stageName
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LoopsQuery, LoopsQueryVariables>;
export const SettleTimeWishDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SettleTimeWish($input: SettleTimeWishInput!) {
  result: settleTimeWish(input: $input) {
    __typename
    ... on ChoicePayload {
      applicationId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SettleTimeWishMutation, SettleTimeWishMutationVariables>;
export const BookLoopDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation BookLoop($input: BookLoopInput!) {
  result: bookLoop(input: $input) {
    __typename
    ... on LoopPayload {
      applicationId
    }
    ... on SlotUnavailable {
      code
      message
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BookLoopMutation, BookLoopMutationVariables>;
export const RequestLoopDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RequestLoop($input: RequestLoopInput!) {
  result: requestLoop(input: $input) {
    __typename
    ... on RequestInterviewPayload {
      expiresAt
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RequestLoopMutation, RequestLoopMutationVariables>;
