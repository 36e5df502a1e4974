// Written by `npm run web-types`; a test fails when it is behind the schema or the operations.
import type {
  ApplicationQuery,
  ApplicationQueryVariables,
  OpenOpeningsQuery,
  OpenOpeningsQueryVariables,
  TeamSlotsQuery,
  TeamSlotsQueryVariables,
  BookInterviewMutation,
  BookInterviewMutationVariables,
  RescheduleInterviewMutation,
  RescheduleInterviewMutationVariables,
  CancelInterviewMutation,
  CancelInterviewMutationVariables,
  MarkNoShowMutation,
  MarkNoShowMutationVariables,
  RequestInterviewMutation,
  RequestInterviewMutationVariables,
  AddNoteMutation,
  AddNoteMutationVariables,
  ExtendTakeHomeMutation,
  ExtendTakeHomeMutationVariables,
  MailWithWordsQuery,
  MailWithWordsQueryVariables,
  PreviewMailQuery,
  PreviewMailQueryVariables,
  WhyNotThisTimeQuery,
  WhyNotThisTimeQueryVariables,
  AssignReviewerMutation,
  AssignReviewerMutationVariables,
  RemoveReviewerMutation,
  RemoveReviewerMutationVariables,
  ReplaceSeatMutation,
  ReplaceSeatMutationVariables,
} from '../generated.ts';
import { TypedDocumentString } from '../typed-document.ts';
export const ApplicationDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Application($id: ID!) {
  application(id: $id) {
    id
    version
    status
    stageId
    stageName
    appliedAt
    enteredStageAt
    endedAt
    consentedAt
    country
    source
    postingId
    postingTitle
    openingId
    possibleCommands
    residence
    residenceCheck
    reason {
      id
      label
    }
    waiting {
      on
      for
      until
    }
    stages {
      id
      name
      kind
      position
      skippableIf
      targetDays
    }
    candidate {
      id
      name
      email
      phone
      location
      country
      zone
      links
      version
    }
    answers {
      questionId
      label
      kind
      text
    }
    attachments {
      id
      fileName
      contentType
      kind
      sizeBytes
      createdAt
    }
    notes {
      id
      authorName
      createdAt
      text
    }
    transitions {
      version
      at
      command
      actorKind
      actorName
      fromStageId
      fromStageName
      toStageId
      toStageName
      fromStatus
      toStatus
      reason
      reasonId
      evidence
      passedOver
    }
    interviews {
      ...InterviewSeen
    }
    takeHomes {
      id
      version
      status
      stageId
      stageName
      brief
      sentAt
      dueAt
      dueZone
      late
      submittedAt
      submissionUrl
      submissionNote
      submissionFileName
      submissionAttachmentId
      extensions
      reviewers {
        id
        name
      }
    }
    scorecards {
      id
      stageId
      stageName
      state
      recommendation
      notes
      submittedAt
      author {
        id
        name
      }
      ratings {
        attributeId
        name
        rating
        note
      }
    }
    scorecardSummary {
      stageId
      stageName
      cardsIn
      cardsExpected
      withheld
      recommendations {
        recommendation
        count
      }
      attributes {
        attributeId
        name
        ratings {
          author {
            id
            name
          }
          rating
          note
        }
      }
    }
    mails {
      ...MailSeen
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
}
fragment MailSeen on Mail {
  id
  applicationId
  template
  subject
  audience
  recipient
  state
  decidedAt
  sentAt
  notBefore
  heldUntil
  skippedBecause
  error
  needsAPerson
}`) as unknown as TypedDocumentString<ApplicationQuery, ApplicationQueryVariables>;
export const OpenOpeningsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query OpenOpenings($postingId: ID!) {
  posting(id: $postingId) {
    id
    openings {
      id
      number
      status
    }
  }
}
    `) as unknown as TypedDocumentString<OpenOpeningsQuery, OpenOpeningsQueryVariables>;
export const TeamSlotsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query TeamSlots($applicationId: ID!, $zone: String) {
  slots(applicationId: $applicationId, zone: $zone, limit: 200) {
    ...SlotsFound
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
}`) as unknown as TypedDocumentString<TeamSlotsQuery, TeamSlotsQueryVariables>;
export const BookInterviewDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation BookInterview($input: BookInterviewInput!) {
  result: bookInterview(input: $input) {
    ...BookingOutcome
  }
}
    fragment BookingOutcome on BookingResult {
  __typename
  ... on InterviewPayload {
    interviewId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<BookInterviewMutation, BookInterviewMutationVariables>;
export const RescheduleInterviewDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RescheduleInterview($input: RescheduleInterviewInput!) {
  result: rescheduleInterview(input: $input) {
    ...BookingOutcome
  }
}
    fragment BookingOutcome on BookingResult {
  __typename
  ... on InterviewPayload {
    interviewId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RescheduleInterviewMutation, RescheduleInterviewMutationVariables>;
export const CancelInterviewDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CancelInterview($input: CancelInterviewInput!) {
  result: cancelInterview(input: $input) {
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
}`) as unknown as TypedDocumentString<CancelInterviewMutation, CancelInterviewMutationVariables>;
export const MarkNoShowDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation MarkNoShow($input: SettleInterviewInput!) {
  result: markNoShow(input: $input) {
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
}`) as unknown as TypedDocumentString<MarkNoShowMutation, MarkNoShowMutationVariables>;
export const RequestInterviewDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RequestInterview($input: RequestInterviewInput!) {
  result: requestInterview(input: $input) {
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
    `) as unknown as TypedDocumentString<RequestInterviewMutation, RequestInterviewMutationVariables>;
export const AddNoteDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddNote($input: AddNoteInput!) {
  result: addNote(input: $input) {
    __typename
    ... on AddNotePayload {
      noteId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddNoteMutation, AddNoteMutationVariables>;
export const ExtendTakeHomeDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ExtendTakeHome($input: ExtendTakeHomeInput!) {
  result: extendTakeHome(input: $input) {
    __typename
    ... on TakeHomePayload {
      takeHome {
        id
        dueAt
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExtendTakeHomeMutation, ExtendTakeHomeMutationVariables>;
export const MailWithWordsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MailWithWords($id: ID!) {
  mail(id: $id) {
    text
    mail {
      id
      subject
      recipient
      state
    }
  }
}
    `) as unknown as TypedDocumentString<MailWithWordsQuery, MailWithWordsQueryVariables>;
export const PreviewMailDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PreviewMail($input: PreviewMailInput!) {
  previewMail(input: $input) {
    __typename
    ... on MailPreview {
      subject
      text
      html
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewMailQuery, PreviewMailQueryVariables>;
export const WhyNotThisTimeDocument = /* @__PURE__ */ new TypedDocumentString(`
    query WhyNotThisTime($applicationId: ID!, $startsAt: String!, $zone: String) {
  whyNotThisTime(applicationId: $applicationId, startsAt: $startsAt, zone: $zone) {
    __typename
    ... on WhyNotTime {
      possible
      message
      said
      seats {
        seatId
        role
        members {
          personId
          name
          rules {
            code
            message
          }
        }
      }
      alternatives {
        startsAt
        said
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WhyNotThisTimeQuery, WhyNotThisTimeQueryVariables>;
export const AssignReviewerDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AssignReviewer($input: ReviewerInput!) {
  result: assignReviewer(input: $input) {
    ...TakeHomeOutcome
  }
}
    fragment TakeHomeOutcome on TakeHomeResult {
  __typename
  ... on TakeHomePayload {
    takeHome {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AssignReviewerMutation, AssignReviewerMutationVariables>;
export const RemoveReviewerDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveReviewer($input: ReviewerInput!) {
  result: removeReviewer(input: $input) {
    ...TakeHomeOutcome
  }
}
    fragment TakeHomeOutcome on TakeHomeResult {
  __typename
  ... on TakeHomePayload {
    takeHome {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RemoveReviewerMutation, RemoveReviewerMutationVariables>;
export const ReplaceSeatDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ReplaceSeat($input: ReplaceSeatInput!) {
  result: replaceSeat(input: $input) {
    ...BookingOutcome
  }
}
    fragment BookingOutcome on BookingResult {
  __typename
  ... on InterviewPayload {
    interviewId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ReplaceSeatMutation, ReplaceSeatMutationVariables>;
