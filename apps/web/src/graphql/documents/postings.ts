// Written by `npm run web-types`; a test fails when it is behind the schema or the operations.
import type {
  SetPostingConfidentialMutation,
  SetPostingConfidentialMutationVariables,
  PlanMovesQuery,
  PlanMovesQueryVariables,
  PresentPlanQuery,
  PresentPlanQueryVariables,
  MoveToPresentPlanMutation,
  MoveToPresentPlanMutationVariables,
  PostingCoverageQuery,
  PostingCoverageQueryVariables,
  PostingsQuery,
  PostingsQueryVariables,
  PreviewPostingQuery,
  PreviewPostingQueryVariables,
  PostingEditorQuery,
  PostingEditorQueryVariables,
  PoolsQuery,
  PoolsQueryVariables,
  ImportPostingMutation,
  ImportPostingMutationVariables,
  RevisePostingMutation,
  RevisePostingMutationVariables,
  CorrectPostingMutation,
  CorrectPostingMutationVariables,
  PublishPostingMutation,
  PublishPostingMutationVariables,
  ReopenPostingMutation,
  ReopenPostingMutationVariables,
  ClosePostingMutation,
  ClosePostingMutationVariables,
  ArchivePostingMutation,
  ArchivePostingMutationVariables,
  EditPlanMutation,
  EditPlanMutationVariables,
  TeamCandidatesQuery,
  TeamCandidatesQueryVariables,
  AddTeamMemberMutation,
  AddTeamMemberMutationVariables,
  RemoveTeamMemberMutation,
  RemoveTeamMemberMutationVariables,
  AddOpeningsMutation,
  AddOpeningsMutationVariables,
  CancelOpeningMutation,
  CancelOpeningMutationVariables,
  SetPostingQuestionsMutation,
  SetPostingQuestionsMutationVariables,
  EditKitMutation,
  EditKitMutationVariables,
  SharedSectionsQuery,
  SharedSectionsQueryVariables,
  SaveSharedSectionMutation,
  SaveSharedSectionMutationVariables,
  DeleteSharedSectionMutation,
  DeleteSharedSectionMutationVariables,
  RevisionsQuery,
  RevisionsQueryVariables,
  CompareRevisionsQuery,
  CompareRevisionsQueryVariables,
  PreviewRevisionQuery,
  PreviewRevisionQueryVariables,
  OvertakenCorrectionsQuery,
  OvertakenCorrectionsQueryVariables,
  ResolveCorrectionsMutation,
  ResolveCorrectionsMutationVariables,
} from '../generated.ts';
import { TypedDocumentString } from '../typed-document.ts';
export const SetPostingConfidentialDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SetPostingConfidential($input: SetPostingConfidentialInput!) {
  result: setPostingConfidential(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SetPostingConfidentialMutation, SetPostingConfidentialMutationVariables>;
export const PlanMovesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PlanMoves($postingId: ID!, $mapping: [StageMappingInput!]) {
  planMoves(postingId: $postingId, mapping: $mapping) {
    planVersion
    more
    mapping {
      fromStageId
      toStageId
      begins
    }
    moves {
      applicationId
      candidateName
      fromStageId
      fromStageName
      toStageId
      toStageName
      outcome
      stays
    }
  }
}
    `) as unknown as TypedDocumentString<PlanMovesQuery, PlanMovesQueryVariables>;
export const PresentPlanDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PresentPlan($postingId: ID!) {
  posting(id: $postingId) {
    id
    title
    plan {
      id
      version
      stages {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PresentPlanQuery, PresentPlanQueryVariables>;
export const MoveToPresentPlanDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation MoveToPresentPlan($input: MoveToPresentPlanInput!) {
  result: moveToPresentPlan(input: $input) {
    __typename
    ... on MoveToPresentPlanPayload {
      more
      moves {
        applicationId
        outcome
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MoveToPresentPlanMutation, MoveToPresentPlanMutationVariables>;
export const PostingCoverageDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PostingCoverage($postingId: ID!) {
  postingCoverage(postingId: $postingId) {
    zone
    hours
    hoursAfter
    changesAt
  }
}
    `) as unknown as TypedDocumentString<PostingCoverageQuery, PostingCoverageQueryVariables>;
export const PostingsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Postings {
  postings(first: 100) {
    nodes {
      id
      title
      slug
      status
      category
      openedAt
      createdAt
      myTeamRoles
      openings {
        id
        status
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PostingsQuery, PostingsQueryVariables>;
export const PreviewPostingDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PreviewPosting($document: String!, $fileName: String) {
  previewPosting(document: $document, fileName: $fileName) {
    reading {
      ...Reading
    }
    stages {
      name
      kind
      durationMin
      skippableIf
      targetDays
      seats {
        role
        pool
      }
    }
    pools {
      role
      poolId
      members
    }
  }
}
    fragment Reading on PostingReading {
  title
  company
  category
  status
  locations
  remote
  residence
  employmentTypes
  onCall
  processDuration
  candidateTime
  equity
  residencePreferred
  otherHours
  salaryRanges {
    label
    min
    max
    currency
    period
  }
  overlap {
    text
  }
  planSource
  salary {
    min
    max
    currency
    period
  }
  coreHours {
    start
    end
    zone
    days
  }
  levels {
    name
    extends
  }
  rounds {
    order
    name
    kind
    durationMin
    durationMax
    async
    skippableIf
    seats {
      role
      pool
    }
  }
  facts {
    field
    line
    endLine
    column
    text
    value
    confidence
    rule
    sharedSection
  }
  diagnostics {
    code
    severity
    message
    line
    field
  }
}`) as unknown as TypedDocumentString<PreviewPostingQuery, PreviewPostingQueryVariables>;
export const PostingEditorDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PostingEditor($id: ID!) {
  posting(id: $id) {
    id
    title
    slug
    status
    version
    revision
    document
    includes
    confidential
    myTeamRoles
    openings {
      id
      number
      status
    }
    publishProblems {
      code
      severity
      message
      line
      stageId
    }
    reading {
      ...Reading
    }
    questions {
      id
      label
      kind
      required
    }
    team {
      personId
      teamRole
      person {
        id
        name
        title
      }
    }
    revisions {
      number
      fileName
      createdAt
    }
    plan {
      id
      version
      source
      stages {
        id
        name
        kind
        position
        durationMin
        selfSchedule
        skippableIf
        targetDays
        takeHome {
          dueDays
          effortHours
        }
        seats {
          id
          role
          poolId
        }
        kit {
          id
          purpose
          questions
          attributes {
            id
            name
            description
          }
        }
      }
    }
  }
}
    fragment Reading on PostingReading {
  title
  company
  category
  status
  locations
  remote
  residence
  employmentTypes
  onCall
  processDuration
  candidateTime
  equity
  residencePreferred
  otherHours
  salaryRanges {
    label
    min
    max
    currency
    period
  }
  overlap {
    text
  }
  planSource
  salary {
    min
    max
    currency
    period
  }
  coreHours {
    start
    end
    zone
    days
  }
  levels {
    name
    extends
  }
  rounds {
    order
    name
    kind
    durationMin
    durationMax
    async
    skippableIf
    seats {
      role
      pool
    }
  }
  facts {
    field
    line
    endLine
    column
    text
    value
    confidence
    rule
    sharedSection
  }
  diagnostics {
    code
    severity
    message
    line
    field
  }
}`) as unknown as TypedDocumentString<PostingEditorQuery, PostingEditorQueryVariables>;
export const PoolsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Pools {
  interviewerPools {
    id
    name
    members {
      personId
      targetPerWeek
      person {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PoolsQuery, PoolsQueryVariables>;
export const ImportPostingDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ImportPosting($input: ImportPostingInput!) {
  result: importPosting(input: $input) {
    __typename
    ... on PostingPayload {
      posting {
        id
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportPostingMutation, ImportPostingMutationVariables>;
export const RevisePostingDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RevisePosting($input: RevisePostingInput!) {
  result: revisePosting(input: $input) {
    ...ReadAnew
  }
}
    fragment ReadAnew on ReadPostingAnewResult {
  __typename
  ... on PostingReadingPayload {
    planChanged
    posting {
      id
      version
    }
    overtaken {
      field
      textBefore
      textNow
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RevisePostingMutation, RevisePostingMutationVariables>;
export const CorrectPostingDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CorrectPosting($input: CorrectPostingInput!) {
  result: correctPosting(input: $input) {
    ...ReadAnew
  }
}
    fragment ReadAnew on ReadPostingAnewResult {
  __typename
  ... on PostingReadingPayload {
    planChanged
    posting {
      id
      version
    }
    overtaken {
      field
      textBefore
      textNow
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<CorrectPostingMutation, CorrectPostingMutationVariables>;
export const PublishPostingDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation PublishPosting($input: PublishPostingInput!) {
  result: publishPosting(input: $input) {
    ...Published
  }
}
    fragment Published on PublishPostingResult {
  __typename
  ... on PublishPostingPayload {
    posting {
      id
      status
    }
  }
  ... on PublishRefused {
    problems {
      code
      severity
      message
      line
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<PublishPostingMutation, PublishPostingMutationVariables>;
export const ReopenPostingDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ReopenPosting($input: PublishPostingInput!) {
  result: reopenPosting(input: $input) {
    ...Published
  }
}
    fragment Published on PublishPostingResult {
  __typename
  ... on PublishPostingPayload {
    posting {
      id
      status
    }
  }
  ... on PublishRefused {
    problems {
      code
      severity
      message
      line
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ReopenPostingMutation, ReopenPostingMutationVariables>;
export const ClosePostingDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ClosePosting($input: PostingChangeInput!) {
  result: closePosting(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ClosePostingMutation, ClosePostingMutationVariables>;
export const ArchivePostingDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ArchivePosting($input: PostingChangeInput!) {
  result: archivePosting(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ArchivePostingMutation, ArchivePostingMutationVariables>;
export const EditPlanDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation EditPlan($input: EditPlanInput!) {
  result: editPlan(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<EditPlanMutation, EditPlanMutationVariables>;
export const TeamCandidatesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query TeamCandidates {
  people(first: 100) {
    nodes {
      id
      name
      title
      status
    }
  }
}
    `) as unknown as TypedDocumentString<TeamCandidatesQuery, TeamCandidatesQueryVariables>;
export const AddTeamMemberDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddTeamMember($input: TeamMemberInput!) {
  result: addTeamMember(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AddTeamMemberMutation, AddTeamMemberMutationVariables>;
export const RemoveTeamMemberDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RemoveTeamMember($input: TeamMemberInput!) {
  result: removeTeamMember(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RemoveTeamMemberMutation, RemoveTeamMemberMutationVariables>;
export const AddOpeningsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation AddOpenings($input: AddOpeningsInput!) {
  result: addOpenings(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AddOpeningsMutation, AddOpeningsMutationVariables>;
export const CancelOpeningDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CancelOpening($input: CancelOpeningInput!) {
  result: cancelOpening(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<CancelOpeningMutation, CancelOpeningMutationVariables>;
export const SetPostingQuestionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SetPostingQuestions($input: SetPostingQuestionsInput!) {
  result: setPostingQuestions(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SetPostingQuestionsMutation, SetPostingQuestionsMutationVariables>;
export const EditKitDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation EditKit($input: EditKitInput!) {
  result: editKit(input: $input) {
    __typename
    ... on EditKitPayload {
      kept {
        id
        name
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EditKitMutation, EditKitMutationVariables>;
export const SharedSectionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SharedSections {
  sharedSections {
    id
    name
    text
    version
    updatedAt
    shownIn {
      postingId
      title
      status
    }
  }
}
    `) as unknown as TypedDocumentString<SharedSectionsQuery, SharedSectionsQueryVariables>;
export const SaveSharedSectionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SaveSharedSection($input: SaveSharedSectionInput!) {
  result: saveSharedSection(input: $input) {
    __typename
    ... on SaveSharedSectionPayload {
      sectionId
      shownIn {
        postingId
        planChanged
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveSharedSectionMutation, SaveSharedSectionMutationVariables>;
export const DeleteSharedSectionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DeleteSharedSection($input: DeleteSharedSectionInput!) {
  result: deleteSharedSection(input: $input) {
    __typename
    ... on DeleteSharedSectionPayload {
      sectionId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteSharedSectionMutation, DeleteSharedSectionMutationVariables>;
export const RevisionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Revisions($id: ID!) {
  posting(id: $id) {
    id
    revisions {
      number
      fileName
      createdAt
      createdById
    }
  }
  people(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<RevisionsQuery, RevisionsQueryVariables>;
export const CompareRevisionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query CompareRevisions($postingId: ID!, $before: Int!, $after: Int!) {
  compareRevisions(postingId: $postingId, before: $before, after: $after) {
    before {
      number
      document
    }
    after {
      number
      document
    }
    changes {
      ...FactChanged
    }
  }
}
    fragment FactChanged on FactChange {
  field
  before
  now
}`) as unknown as TypedDocumentString<CompareRevisionsQuery, CompareRevisionsQueryVariables>;
export const PreviewRevisionDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PreviewRevision($postingId: ID!, $document: String!) {
  previewRevision(postingId: $postingId, document: $document) {
    planChanged
    unresolved
    changes {
      ...FactChanged
    }
    overtaken {
      field
    }
  }
}
    fragment FactChanged on FactChange {
  field
  before
  now
}`) as unknown as TypedDocumentString<PreviewRevisionQuery, PreviewRevisionQueryVariables>;
export const OvertakenCorrectionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query OvertakenCorrections($id: ID!) {
  posting(id: $id) {
    id
    version
    overtaken {
      field
      number
      action
      value
      valueBefore
      valueNow
      textNow
    }
  }
}
    `) as unknown as TypedDocumentString<OvertakenCorrectionsQuery, OvertakenCorrectionsQueryVariables>;
export const ResolveCorrectionsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ResolveCorrections($input: ResolveCorrectionsInput!) {
  result: resolveCorrections(input: $input) {
    ...ReadAnew
  }
}
    fragment ReadAnew on ReadPostingAnewResult {
  __typename
  ... on PostingReadingPayload {
    planChanged
    posting {
      id
      version
    }
    overtaken {
      field
      textBefore
      textNow
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ResolveCorrectionsMutation, ResolveCorrectionsMutationVariables>;
