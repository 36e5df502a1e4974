// Written by `npm run web-types`; a test fails when it is behind the schema or the operations.
import type {
  AuditLogQuery,
  AuditLogQueryVariables,
  CalendarsQuery,
  CalendarsQueryVariables,
  CalendarFeedsQuery,
  CalendarFeedsQueryVariables,
  ConnectCalendarMutation,
  ConnectCalendarMutationVariables,
  RefreshCalendarMutation,
  RefreshCalendarMutationVariables,
  DisconnectCalendarMutation,
  DisconnectCalendarMutationVariables,
  OpenCalendarFeedMutation,
  OpenCalendarFeedMutationVariables,
  CloseCalendarFeedMutation,
  CloseCalendarFeedMutationVariables,
  SelfIdentificationQuery,
  SelfIdentificationQueryVariables,
  SetSelfIdentificationMutation,
  SetSelfIdentificationMutationVariables,
  SelfIdentificationReportQuery,
  SelfIdentificationReportQueryVariables,
  PasskeysQuery,
  PasskeysQueryVariables,
  BeginPasskeyMutation,
  BeginPasskeyMutationVariables,
  AddPasskeyMutation,
  AddPasskeyMutationVariables,
  RemovePasskeyMutation,
  RemovePasskeyMutationVariables,
  PrivacyRequestsQuery,
  PrivacyRequestsQueryVariables,
  AnswerPrivacyRequestMutation,
  AnswerPrivacyRequestMutationVariables,
  ExportCandidateMutation,
  ExportCandidateMutationVariables,
  RetentionQuery,
  RetentionQueryVariables,
  LegalHoldsQuery,
  LegalHoldsQueryVariables,
  SetRetentionRuleMutation,
  SetRetentionRuleMutationVariables,
  RemoveRetentionRuleMutation,
  RemoveRetentionRuleMutationVariables,
  PlaceLegalHoldMutation,
  PlaceLegalHoldMutationVariables,
  ReleaseLegalHoldMutation,
  ReleaseLegalHoldMutationVariables,
  PeopleQuery,
  PeopleQueryVariables,
  InvitePersonMutation,
  InvitePersonMutationVariables,
  ChangeRoleMutation,
  ChangeRoleMutationVariables,
  DisablePersonMutation,
  DisablePersonMutationVariables,
  EnablePersonMutation,
  EnablePersonMutationVariables,
  ResendInvitationMutation,
  ResendInvitationMutationVariables,
  UpdateMyProfileMutation,
  UpdateMyProfileMutationVariables,
  CreatePoolMutation,
  CreatePoolMutationVariables,
  AddPoolMemberMutation,
  AddPoolMemberMutationVariables,
  RemovePoolMemberMutation,
  RemovePoolMemberMutationVariables,
  ListsQuery,
  ListsQueryVariables,
  AddRejectionReasonMutation,
  AddRejectionReasonMutationVariables,
  SetRejectionReasonActiveMutation,
  SetRejectionReasonActiveMutationVariables,
  AddSourceMutation,
  AddSourceMutationVariables,
  OrganizationSettingsQuery,
  OrganizationSettingsQueryVariables,
  UpdateOrganizationMutation,
  UpdateOrganizationMutationVariables,
  SessionsQuery,
  SessionsQueryVariables,
  RevokeSessionMutation,
  RevokeSessionMutationVariables,
  ChangePasswordMutation,
  ChangePasswordMutationVariables,
  ApiTokensQuery,
  ApiTokensQueryVariables,
  MakeApiTokenMutation,
  MakeApiTokenMutationVariables,
  RevokeApiTokenMutation,
  RevokeApiTokenMutationVariables,
  WebhooksQuery,
  WebhooksQueryVariables,
  WebhookDeliveriesQuery,
  WebhookDeliveriesQueryVariables,
  AddWebhookMutation,
  AddWebhookMutationVariables,
  ChangeWebhookMutation,
  ChangeWebhookMutationVariables,
  RemoveWebhookMutation,
  RemoveWebhookMutationVariables,
  ReplayWebhookDeliveryMutation,
  ReplayWebhookDeliveryMutationVariables,
  RevealWebhookKeyMutation,
  RevealWebhookKeyMutationVariables,
} from '../generated.ts';
import { TypedDocumentString } from '../typed-document.ts';
export const AuditLogDocument = /* @__PURE__ */ new TypedDocumentString(`
    query AuditLog($subjectId: ID, $after: String) {
  auditEvents(subjectId: $subjectId, first: 50, after: $after) {
    nodes {
      id
      at
      action
      actorKind
      actorId
      actor {
        name
      }
      subjectKind
      subjectId
      detail
      openedFrom
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>;
export const CalendarsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Calendars {
  calendarSources {
    id
    kind
    name
    host
    triedAt
    fetchedAt
    nextAt
    failures
    problem
    busyTimes
  }
}
    `) as unknown as TypedDocumentString<CalendarsQuery, CalendarsQueryVariables>;
export const CalendarFeedsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query CalendarFeeds {
  calendarFeeds {
    id
    postingId
    createdAt
  }
}
    `) as unknown as TypedDocumentString<CalendarFeedsQuery, CalendarFeedsQueryVariables>;
export const ConnectCalendarDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ConnectCalendar($input: ConnectCalendarInput!) {
  result: connectCalendar(input: $input) {
    ...CalendarOutcome
  }
}
    fragment CalendarOutcome on CalendarResult {
  __typename
  ... on CalendarPayload {
    calendarId
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<ConnectCalendarMutation, ConnectCalendarMutationVariables>;
export const RefreshCalendarDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RefreshCalendar($input: CalendarInput!) {
  result: refreshCalendar(input: $input) {
    ...CalendarOutcome
  }
}
    fragment CalendarOutcome on CalendarResult {
  __typename
  ... on CalendarPayload {
    calendarId
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<RefreshCalendarMutation, RefreshCalendarMutationVariables>;
export const DisconnectCalendarDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DisconnectCalendar($input: CalendarInput!) {
  result: disconnectCalendar(input: $input) {
    ...CalendarOutcome
  }
}
    fragment CalendarOutcome on CalendarResult {
  __typename
  ... on CalendarPayload {
    calendarId
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<DisconnectCalendarMutation, DisconnectCalendarMutationVariables>;
export const OpenCalendarFeedDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation OpenCalendarFeed($input: OpenCalendarFeedInput!) {
  result: openCalendarFeed(input: $input) {
    ...FeedOutcome
  }
}
    fragment FeedOutcome on CalendarFeedResult {
  __typename
  ... on CalendarFeedPayload {
    feedId
    address
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<OpenCalendarFeedMutation, OpenCalendarFeedMutationVariables>;
export const CloseCalendarFeedDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CloseCalendarFeed($input: CloseCalendarFeedInput!) {
  result: closeCalendarFeed(input: $input) {
    ...FeedOutcome
  }
}
    fragment FeedOutcome on CalendarFeedResult {
  __typename
  ... on CalendarFeedPayload {
    feedId
    address
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<CloseCalendarFeedMutation, CloseCalendarFeedMutationVariables>;
export const SelfIdentificationDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SelfIdentification {
  selfIdentification {
    version
    forms {
      id
      title
      country
      version
      on
      questions
    }
  }
}
    `) as unknown as TypedDocumentString<SelfIdentificationQuery, SelfIdentificationQueryVariables>;
export const SetSelfIdentificationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SetSelfIdentification($input: SetSelfIdentificationInput!) {
  result: setSelfIdentification(input: $input) {
    __typename
    ... on SetSelfIdentificationPayload {
      version
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetSelfIdentificationMutation, SetSelfIdentificationMutationVariables>;
export const SelfIdentificationReportDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SelfIdentificationReport($postingId: ID!) {
  selfIdentificationReport(postingId: $postingId) {
    asOf
    questions {
      formId
      key
      label
      steps {
        stages
        decided
        wentOn
        categories {
          key
          label
          decided
          wentOn
          rate
          ratio
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SelfIdentificationReportQuery, SelfIdentificationReportQueryVariables>;
export const PasskeysDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Passkeys {
  passkeys {
    id
    name
    createdAt
    lastUsedAt
  }
}
    `) as unknown as TypedDocumentString<PasskeysQuery, PasskeysQueryVariables>;
export const BeginPasskeyDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation BeginPasskey($input: BeginPasskeyInput!) {
  result: beginPasskey(input: $input) {
    __typename
    ... on PasskeyOptions {
      options
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BeginPasskeyMutation, BeginPasskeyMutationVariables>;
export const AddPasskeyDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddPasskey($input: AddPasskeyInput!) {
  result: addPasskey(input: $input) {
    __typename
    ... on AddPasskeyPayload {
      passkey {
        id
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddPasskeyMutation, AddPasskeyMutationVariables>;
export const RemovePasskeyDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemovePasskey($input: RemovePasskeyInput!) {
  result: removePasskey(input: $input) {
    ...AccountOutcome
  }
}
    fragment AccountOutcome on AccountResult {
  __typename
  ... on AccountPayload {
    message
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RemovePasskeyMutation, RemovePasskeyMutationVariables>;
export const PrivacyRequestsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PrivacyRequests($open: Boolean!) {
  privacyRequests(first: 100, open: $open) {
    nodes {
      id
      candidateId
      candidateName
      kind
      askedAt
      answerBy
      outcome
      answer
    }
  }
}
    `) as unknown as TypedDocumentString<PrivacyRequestsQuery, PrivacyRequestsQueryVariables>;
export const AnswerPrivacyRequestDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AnswerPrivacyRequest($input: AnswerPrivacyRequestInput!) {
  result: answerPrivacyRequest(input: $input) {
    __typename
    ... on CompliancePayload {
      message
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerPrivacyRequestMutation, AnswerPrivacyRequestMutationVariables>;
export const ExportCandidateDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ExportCandidate($input: ExportCandidateInput!) {
  result: exportCandidate(input: $input) {
    __typename
    ... on ExportCandidatePayload {
      json
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExportCandidateMutation, ExportCandidateMutationVariables>;
export const RetentionDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Retention {
  retentionRules {
    id
    country
    version
    atLeastDays
    atMostDays
  }
  retentionPreview(first: 50) {
    candidateId
    candidateName
    country
    endedAt
    dueAt
    held
  }
}
    `) as unknown as TypedDocumentString<RetentionQuery, RetentionQueryVariables>;
export const LegalHoldsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query LegalHolds {
  legalHolds {
    candidateId
    candidateName
    reason
    placedAt
  }
}
    `) as unknown as TypedDocumentString<LegalHoldsQuery, LegalHoldsQueryVariables>;
export const SetRetentionRuleDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SetRetentionRule($input: SetRetentionRuleInput!) {
  result: setRetentionRule(input: $input) {
    ...ComplianceOutcome
  }
}
    fragment ComplianceOutcome on ComplianceResult {
  __typename
  ... on CompliancePayload {
    message
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<SetRetentionRuleMutation, SetRetentionRuleMutationVariables>;
export const RemoveRetentionRuleDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveRetentionRule($input: RemoveRetentionRuleInput!) {
  result: removeRetentionRule(input: $input) {
    ...ComplianceOutcome
  }
}
    fragment ComplianceOutcome on ComplianceResult {
  __typename
  ... on CompliancePayload {
    message
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<RemoveRetentionRuleMutation, RemoveRetentionRuleMutationVariables>;
export const PlaceLegalHoldDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation PlaceLegalHold($input: PlaceLegalHoldInput!) {
  result: placeLegalHold(input: $input) {
    ...ComplianceOutcome
  }
}
    fragment ComplianceOutcome on ComplianceResult {
  __typename
  ... on CompliancePayload {
    message
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<PlaceLegalHoldMutation, PlaceLegalHoldMutationVariables>;
export const ReleaseLegalHoldDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ReleaseLegalHold($input: ReleaseLegalHoldInput!) {
  result: releaseLegalHold(input: $input) {
    ...ComplianceOutcome
  }
}
    fragment ComplianceOutcome on ComplianceResult {
  __typename
  ... on CompliancePayload {
    message
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<ReleaseLegalHoldMutation, ReleaseLegalHoldMutationVariables>;
export const PeopleDocument = /* @__PURE__ */ new TypedDocumentString(`
    query People($after: String) {
  people(first: 100, after: $after) {
    nodes {
      id
      name
      email
      role
      status
      title
      zone
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const InvitePersonDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation InvitePerson($input: InvitePersonInput!) {
  result: invitePerson(input: $input) {
    __typename
    ... on PersonPayload {
      person {
        id
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InvitePersonMutation, InvitePersonMutationVariables>;
export const ChangeRoleDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ChangeRole($input: ChangeRoleInput!) {
  result: changeRole(input: $input) {
    ...PersonOutcome
  }
}
    fragment PersonOutcome on PersonResult {
  __typename
  ... on PersonPayload {
    person {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ChangeRoleMutation, ChangeRoleMutationVariables>;
export const DisablePersonDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DisablePerson($input: PersonInput!) {
  result: disablePerson(input: $input) {
    ...PersonOutcome
  }
}
    fragment PersonOutcome on PersonResult {
  __typename
  ... on PersonPayload {
    person {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<DisablePersonMutation, DisablePersonMutationVariables>;
export const EnablePersonDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation EnablePerson($input: PersonInput!) {
  result: enablePerson(input: $input) {
    ...PersonOutcome
  }
}
    fragment PersonOutcome on PersonResult {
  __typename
  ... on PersonPayload {
    person {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<EnablePersonMutation, EnablePersonMutationVariables>;
export const ResendInvitationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ResendInvitation($input: PersonInput!) {
  result: resendInvitation(input: $input) {
    ...PersonOutcome
  }
}
    fragment PersonOutcome on PersonResult {
  __typename
  ... on PersonPayload {
    person {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ResendInvitationMutation, ResendInvitationMutationVariables>;
export const UpdateMyProfileDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation UpdateMyProfile($input: UpdateMyProfileInput!) {
  result: updateMyProfile(input: $input) {
    ...PersonOutcome
  }
}
    fragment PersonOutcome on PersonResult {
  __typename
  ... on PersonPayload {
    person {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<UpdateMyProfileMutation, UpdateMyProfileMutationVariables>;
export const CreatePoolDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CreatePool($input: CreatePoolInput!) {
  result: createPool(input: $input) {
    ...PoolOutcome
  }
}
    fragment PoolOutcome on PoolResult {
  __typename
  ... on PoolPayload {
    pool {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<CreatePoolMutation, CreatePoolMutationVariables>;
export const AddPoolMemberDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddPoolMember($input: AddPoolMemberInput!) {
  result: addPoolMember(input: $input) {
    ...PoolOutcome
  }
}
    fragment PoolOutcome on PoolResult {
  __typename
  ... on PoolPayload {
    pool {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AddPoolMemberMutation, AddPoolMemberMutationVariables>;
export const RemovePoolMemberDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemovePoolMember($input: PoolMemberInput!) {
  result: removePoolMember(input: $input) {
    ...PoolOutcome
  }
}
    fragment PoolOutcome on PoolResult {
  __typename
  ... on PoolPayload {
    pool {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RemovePoolMemberMutation, RemovePoolMemberMutationVariables>;
export const ListsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Lists {
  rejectionReasons {
    id
    label
    side
    active
  }
  sources {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<ListsQuery, ListsQueryVariables>;
export const AddRejectionReasonDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddRejectionReason($input: AddRejectionReasonInput!) {
  result: addRejectionReason(input: $input) {
    __typename
    ... on RejectionReason {
      id
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddRejectionReasonMutation, AddRejectionReasonMutationVariables>;
export const SetRejectionReasonActiveDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SetRejectionReasonActive($input: SetRejectionReasonActiveInput!) {
  result: setRejectionReasonActive(input: $input) {
    __typename
    ... on RejectionReason {
      id
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetRejectionReasonActiveMutation, SetRejectionReasonActiveMutationVariables>;
export const AddSourceDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddSource($input: AddSourceInput!) {
  result: addSource(input: $input) {
    __typename
    ... on Source {
      id
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddSourceMutation, AddSourceMutationVariables>;
export const OrganizationSettingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query OrganizationSettings {
  organization {
    id
    name
    about
    contactEmail
    website
    zone
  }
}
    `) as unknown as TypedDocumentString<OrganizationSettingsQuery, OrganizationSettingsQueryVariables>;
export const UpdateOrganizationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation UpdateOrganization($input: UpdateOrganizationInput!) {
  result: updateOrganization(input: $input) {
    __typename
    ... on OrganizationPayload {
      organization {
        id
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateOrganizationMutation, UpdateOrganizationMutationVariables>;
export const SessionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Sessions {
  sessions {
    id
    createdAt
    expiresAt
    current
    network
    userAgent
  }
}
    `) as unknown as TypedDocumentString<SessionsQuery, SessionsQueryVariables>;
export const RevokeSessionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RevokeSession($input: RevokeSessionInput!) {
  result: revokeSession(input: $input) {
    ...AccountOutcome
  }
}
    fragment AccountOutcome on AccountResult {
  __typename
  ... on AccountPayload {
    message
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const ChangePasswordDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  result: changePassword(input: $input) {
    ...AccountOutcome
  }
}
    fragment AccountOutcome on AccountResult {
  __typename
  ... on AccountPayload {
    message
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const ApiTokensDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ApiTokens {
  apiTokens {
    id
    personId
    name
    scopes
    createdAt
    expiresAt
    lastUsedAt
  }
}
    `) as unknown as TypedDocumentString<ApiTokensQuery, ApiTokensQueryVariables>;
export const MakeApiTokenDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation MakeApiToken($input: MakeApiTokenInput!) {
  result: makeApiToken(input: $input) {
    __typename
    ... on MakeApiTokenPayload {
      token
      apiToken {
        id
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
    `) as unknown as TypedDocumentString<MakeApiTokenMutation, MakeApiTokenMutationVariables>;
export const RevokeApiTokenDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RevokeApiToken($input: RevokeApiTokenInput!) {
  result: revokeApiToken(input: $input) {
    ...AccountOutcome
  }
}
    fragment AccountOutcome on AccountResult {
  __typename
  ... on AccountPayload {
    message
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RevokeApiTokenMutation, RevokeApiTokenMutationVariables>;
export const WebhooksDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Webhooks {
  webhookEvents {
    type
    fields
  }
  webhookEndpoints {
    id
    version
    kind
    url
    events
    active
    createdAt
  }
}
    `) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const WebhookDeliveriesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query WebhookDeliveries($endpointId: ID!, $after: String) {
  webhookDeliveries(endpointId: $endpointId, first: 50, after: $after) {
    nodes {
      id
      type
      state
      attempts
      happenedAt
      nextAt
      deliveredAt
      lastStatus
      lastProblem
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const AddWebhookDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddWebhook($input: AddWebhookInput!) {
  result: addWebhook(input: $input) {
    ...WebhookOutcome
  }
}
    fragment WebhookOutcome on WebhookResult {
  __typename
  ... on WebhookPayload {
    id
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<AddWebhookMutation, AddWebhookMutationVariables>;
export const ChangeWebhookDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ChangeWebhook($input: ChangeWebhookInput!) {
  result: changeWebhook(input: $input) {
    ...WebhookOutcome
  }
}
    fragment WebhookOutcome on WebhookResult {
  __typename
  ... on WebhookPayload {
    id
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<ChangeWebhookMutation, ChangeWebhookMutationVariables>;
export const RemoveWebhookDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveWebhook($input: WebhookIdInput!) {
  result: removeWebhook(input: $input) {
    ...WebhookOutcome
  }
}
    fragment WebhookOutcome on WebhookResult {
  __typename
  ... on WebhookPayload {
    id
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<RemoveWebhookMutation, RemoveWebhookMutationVariables>;
export const ReplayWebhookDeliveryDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ReplayWebhookDelivery($input: WebhookIdInput!) {
  result: replayWebhookDelivery(input: $input) {
    ...WebhookOutcome
  }
}
    fragment WebhookOutcome on WebhookResult {
  __typename
  ... on WebhookPayload {
    id
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<ReplayWebhookDeliveryMutation, ReplayWebhookDeliveryMutationVariables>;
export const RevealWebhookKeyDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RevealWebhookKey($input: WebhookIdInput!) {
  result: revealWebhookKey(input: $input) {
    __typename
    ... on WebhookKeyPayload {
      signingKey
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RevealWebhookKeyMutation, RevealWebhookKeyMutationVariables>;
