// Written by `npm run web-types`; a test fails when it is behind the schema or the operations.
import type {
  BoardChangedSubscription,
  BoardChangedSubscriptionVariables,
  FrameQuery,
  FrameQueryVariables,
  PaletteCandidatesQuery,
  PaletteCandidatesQueryVariables,
  PostingNamesQuery,
  PostingNamesQueryVariables,
} from '../generated.ts';
import { TypedDocumentString } from '../typed-document.ts';
export const BoardChangedDocument = /* @__PURE__ */ new TypedDocumentString(`
    subscription BoardChanged($postingId: ID!) {
  boardChanged(postingId: $postingId) {
    at
  }
}
    `) as unknown as TypedDocumentString<BoardChangedSubscription, BoardChangedSubscriptionVariables>;
export const FrameDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Frame {
  viewer {
    id
    name
    email
    role
    zone
    title
  }
  organization {
    id
    name
    slug
    zone
  }
}
    `) as unknown as TypedDocumentString<FrameQuery, FrameQueryVariables>;
export const PaletteCandidatesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PaletteCandidates($query: String!) {
  searchCandidates(query: $query, first: 8) {
    id
    name
    applications {
      id
      postingTitle
      stageName
      status
    }
  }
}
    `) as unknown as TypedDocumentString<PaletteCandidatesQuery, PaletteCandidatesQueryVariables>;
export const PostingNamesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PostingNames {
  postings(first: 100) {
    nodes {
      id
      title
      status
      myTeamRoles
    }
  }
}
    `) as unknown as TypedDocumentString<PostingNamesQuery, PostingNamesQueryVariables>;
