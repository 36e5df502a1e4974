// Written by `npm run web-types`; a test fails when it is behind the schema or the operations.
import type {
  IncomingMailsQuery,
  IncomingMailsQueryVariables,
  IncomingMailsOfQuery,
  IncomingMailsOfQueryVariables,
  MailTemplatesQuery,
  MailTemplatesQueryVariables,
  MailTasksQuery,
  MailTasksQueryVariables,
  RetryMailMutation,
  RetryMailMutationVariables,
  SettleMailMutation,
  SettleMailMutationVariables,
  AttendMailMutation,
  AttendMailMutationVariables,
  WithholdMailMutation,
  WithholdMailMutationVariables,
  ScheduleMailMutation,
  ScheduleMailMutationVariables,
  SaveMailTemplateMutation,
  SaveMailTemplateMutationVariables,
  ResetMailTemplateMutation,
  ResetMailTemplateMutationVariables,
  MailSettingsQuery,
  MailSettingsQueryVariables,
  SaveMailSettingsMutation,
  SaveMailSettingsMutationVariables,
  PostingMailSettingsQuery,
  PostingMailSettingsQueryVariables,
  SavePostingMailSettingsMutation,
  SavePostingMailSettingsMutationVariables,
  PostingStagesQuery,
  PostingStagesQueryVariables,
  AllMailsQuery,
  AllMailsQueryVariables,
  MailSuppressionsQuery,
  MailSuppressionsQueryVariables,
  LiftMailSuppressionMutation,
  LiftMailSuppressionMutationVariables,
} from '../generated.ts';
import { TypedDocumentString } from '../typed-document.ts';
export const IncomingMailsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query IncomingMails($kinds: [IncomingMailKind!], $after: String) {
  incomingMails(kinds: $kinds, first: 50, after: $after) {
    nodes {
      ...IncomingSeen
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment IncomingSeen on IncomingMail {
  id
  kind
  answersMailId
  applicationId
  sender
  subject
  text
  outcome
  attachmentIds
  receivedAt
}`) as unknown as TypedDocumentString<IncomingMailsQuery, IncomingMailsQueryVariables>;
export const IncomingMailsOfDocument = /* @__PURE__ */ new TypedDocumentString(`
    query IncomingMailsOf($applicationId: ID!, $after: String) {
  incomingMailsOf(applicationId: $applicationId, first: 100, after: $after) {
    nodes {
      ...IncomingSeen
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment IncomingSeen on IncomingMail {
  id
  kind
  answersMailId
  applicationId
  sender
  subject
  text
  outcome
  attachmentIds
  receivedAt
}`) as unknown as TypedDocumentString<IncomingMailsOfQuery, IncomingMailsOfQueryVariables>;
export const MailTemplatesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MailTemplates($language: String, $postingId: ID, $stage: String) {
  mailTemplates(language: $language, postingId: $postingId, stage: $stage) {
    key
    event
    audience
    languages
    places {
      language
      postingId
      postingTitle
      stage
      version
    }
    defaultWords {
      subject
      text
      mjml
    }
    ownWords {
      subject
      text
      mjml
      version
      savedAt
    }
    variables {
      name
      kind
      meaning
      essential
      optional
    }
  }
}
    `) as unknown as TypedDocumentString<MailTemplatesQuery, MailTemplatesQueryVariables>;
export const MailTasksDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MailTasks {
  mailTasks(first: 100) {
    nodes {
      ...MailSeen
    }
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
}`) as unknown as TypedDocumentString<MailTasksQuery, MailTasksQueryVariables>;
export const RetryMailDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RetryMail($input: RetryMailInput!) {
  result: retryMail(input: $input) {
    __typename
    ... on RetryMailPayload {
      mail {
        id
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RetryMailMutation, RetryMailMutationVariables>;
export const SettleMailDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SettleMail($input: SettleMailInput!) {
  result: settleMail(input: $input) {
    ...MailChanged
  }
}
    fragment MailChanged on ChangedMailResult {
  __typename
  ... on ChangedMailPayload {
    mail {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SettleMailMutation, SettleMailMutationVariables>;
export const AttendMailDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AttendMail($input: MailIdInput!) {
  result: attendMail(input: $input) {
    ...MailChanged
  }
}
    fragment MailChanged on ChangedMailResult {
  __typename
  ... on ChangedMailPayload {
    mail {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AttendMailMutation, AttendMailMutationVariables>;
export const WithholdMailDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation WithholdMail($input: MailIdInput!) {
  result: withholdMail(input: $input) {
    ...MailChanged
  }
}
    fragment MailChanged on ChangedMailResult {
  __typename
  ... on ChangedMailPayload {
    mail {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<WithholdMailMutation, WithholdMailMutationVariables>;
export const ScheduleMailDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ScheduleMail($input: ScheduleMailInput!) {
  result: scheduleMail(input: $input) {
    ...MailChanged
  }
}
    fragment MailChanged on ChangedMailResult {
  __typename
  ... on ChangedMailPayload {
    mail {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ScheduleMailMutation, ScheduleMailMutationVariables>;
export const SaveMailTemplateDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveMailTemplate($input: SaveMailTemplateInput!) {
  result: saveMailTemplate(input: $input) {
    ...TemplateOutcome
  }
}
    fragment TemplateOutcome on MailTemplateResult {
  __typename
  ... on MailTemplatePayload {
    template {
      key
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SaveMailTemplateMutation, SaveMailTemplateMutationVariables>;
export const ResetMailTemplateDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ResetMailTemplate($input: ResetMailTemplateInput!) {
  result: resetMailTemplate(input: $input) {
    ...TemplateOutcome
  }
}
    fragment TemplateOutcome on MailTemplateResult {
  __typename
  ... on MailTemplatePayload {
    template {
      key
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ResetMailTemplateMutation, ResetMailTemplateMutationVariables>;
export const MailSettingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MailSettings {
  mailSettings {
    language
    answerDays
    undoSeconds
    quietFrom
    quietUntil
    version
    undoByMail {
      key
      seconds
    }
  }
}
    `) as unknown as TypedDocumentString<MailSettingsQuery, MailSettingsQueryVariables>;
export const SaveMailSettingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveMailSettings($input: SaveMailSettingsInput!) {
  result: saveMailSettings(input: $input) {
    __typename
    ... on MailSettingsPayload {
      settings {
        version
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveMailSettingsMutation, SaveMailSettingsMutationVariables>;
export const PostingMailSettingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PostingMailSettings($postingId: ID!) {
  postingMailSettings(postingId: $postingId) {
    version
    language
    answerDays
  }
}
    `) as unknown as TypedDocumentString<PostingMailSettingsQuery, PostingMailSettingsQueryVariables>;
export const SavePostingMailSettingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SavePostingMailSettings($input: SavePostingMailSettingsInput!) {
  result: savePostingMailSettings(input: $input) {
    __typename
    ... on PostingMailSettingsPayload {
      settings {
        version
      }
    }
    ... on UserError {
      code
      message
    }
    ... on InvalidInput {
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SavePostingMailSettingsMutation, SavePostingMailSettingsMutationVariables>;
export const PostingStagesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PostingStages($postingId: ID!) {
  posting(id: $postingId) {
    id
    plan {
      stages {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PostingStagesQuery, PostingStagesQueryVariables>;
export const AllMailsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query AllMails($after: String, $filter: MailFilterInput) {
  mails(first: 50, after: $after, filter: $filter) {
    nodes {
      ...MailSeen
    }
    pageInfo {
      hasNextPage
      endCursor
    }
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
}`) as unknown as TypedDocumentString<AllMailsQuery, AllMailsQueryVariables>;
export const MailSuppressionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query MailSuppressions($after: String) {
  mailSuppressions(first: 100, after: $after) {
    nodes {
      address
      template
      because
      since
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MailSuppressionsQuery, MailSuppressionsQueryVariables>;
export const LiftMailSuppressionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation LiftMailSuppression($input: LiftMailSuppressionInput!) {
  result: liftMailSuppression(input: $input) {
    __typename
    ... on LiftMailSuppressionPayload {
      address
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LiftMailSuppressionMutation, LiftMailSuppressionMutationVariables>;
