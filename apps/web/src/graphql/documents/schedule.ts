// Written by `npm run web-types`; a test fails when it is behind the schema or the operations.
import type {
  MyAvailabilityQuery,
  MyAvailabilityQueryVariables,
  SetWeeklyHoursMutation,
  SetWeeklyHoursMutationVariables,
  AddBusyBlockMutation,
  AddBusyBlockMutationVariables,
  RemoveBusyBlockMutation,
  RemoveBusyBlockMutationVariables,
  SetInterviewLimitsMutation,
  SetInterviewLimitsMutationVariables,
  SetOnCallTurnsMutation,
  SetOnCallTurnsMutationVariables,
  AddHoursExceptionMutation,
  AddHoursExceptionMutationVariables,
  RemoveHoursExceptionMutation,
  RemoveHoursExceptionMutationVariables,
} from '../generated.ts';
import { TypedDocumentString } from '../typed-document.ts';
export const MyAvailabilityDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MyAvailability($from: String, $to: String) {
  myAvailability {
    personId
    zone
    hours {
      id
      days
      starts
      ends
      zone
    }
    exceptions {
      id
      everybody
      from
      to
      starts
      ends
      name
    }
    turns {
      id
      zone
      days
      starts
      ends
      everyWeeks
      firstWeek
      effect
    }
    limits {
      perDay
      perWeek
      restMin
      bufferBeforeMin
      bufferAfterMin
      meetingUrl
    }
  }
  busyBlocks(from: $from, to: $to) {
    __typename
    ... on BusyBlocks {
      blocks {
        id
        startsAt
        endsAt
        reason
      }
    }
    ... on UserError {
      code
      message
    }
  }
  coming: myInterviews(first: 100) {
    nodes {
      ...MeetingSeen
    }
  }
  past: myInterviews(first: 50, past: true) {
    nodes {
      ...MeetingSeen
    }
  }
}
    fragment MeetingSeen on MyInterview {
  answer
  interviewSeatId
  interview {
    id
    applicationId
    stageId
    stageName
    candidateName
    postingTitle
    startsAt
    endsAt
    state
  }
}`) as unknown as TypedDocumentString<MyAvailabilityQuery, MyAvailabilityQueryVariables>;
export const SetWeeklyHoursDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SetWeeklyHours($input: SetWeeklyHoursInput!) {
  result: setWeeklyHours(input: $input) {
    __typename
    ... on AvailabilityPayload {
      personId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetWeeklyHoursMutation, SetWeeklyHoursMutationVariables>;
export const AddBusyBlockDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddBusyBlock($input: AddBusyBlockInput!) {
  result: addBusyBlock(input: $input) {
    ...BusyOutcome
  }
}
    fragment BusyOutcome on BusyBlockResult {
  __typename
  ... on BusyBlockPayload {
    busyBlockId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AddBusyBlockMutation, AddBusyBlockMutationVariables>;
export const RemoveBusyBlockDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveBusyBlock($input: RemoveBusyBlockInput!) {
  result: removeBusyBlock(input: $input) {
    ...BusyOutcome
  }
}
    fragment BusyOutcome on BusyBlockResult {
  __typename
  ... on BusyBlockPayload {
    busyBlockId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RemoveBusyBlockMutation, RemoveBusyBlockMutationVariables>;
export const SetInterviewLimitsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SetInterviewLimits($input: SetInterviewLimitsInput!) {
  result: setInterviewLimits(input: $input) {
    __typename
    ... on AvailabilityPayload {
      personId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetInterviewLimitsMutation, SetInterviewLimitsMutationVariables>;
export const SetOnCallTurnsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SetOnCallTurns($input: SetOnCallTurnsInput!) {
  result: setOnCallTurns(input: $input) {
    __typename
    ... on AvailabilityPayload {
      personId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetOnCallTurnsMutation, SetOnCallTurnsMutationVariables>;
export const AddHoursExceptionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddHoursException($input: AddHoursExceptionInput!) {
  result: addHoursException(input: $input) {
    ...ExceptionOutcome
  }
}
    fragment ExceptionOutcome on HoursExceptionResult {
  __typename
  ... on HoursExceptionPayload {
    exceptionId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AddHoursExceptionMutation, AddHoursExceptionMutationVariables>;
export const RemoveHoursExceptionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveHoursException($input: RemoveHoursExceptionInput!) {
  result: removeHoursException(input: $input) {
    ...ExceptionOutcome
  }
}
    fragment ExceptionOutcome on HoursExceptionResult {
  __typename
  ... on HoursExceptionPayload {
    exceptionId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RemoveHoursExceptionMutation, RemoveHoursExceptionMutationVariables>;
