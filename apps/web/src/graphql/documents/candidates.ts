// Written by `npm run web-types`; a test fails when it is behind the schema or the operations.
import type {
  SearchCandidatesQuery,
  SearchCandidatesQueryVariables,
  CandidateProfileQuery,
  CandidateProfileQueryVariables,
  MergeCandidatesMutation,
  MergeCandidatesMutationVariables,
  UpdateCandidateMutation,
  UpdateCandidateMutationVariables,
  EraseCandidateMutation,
  EraseCandidateMutationVariables,
} from '../generated.ts';
import { TypedDocumentString } from '../typed-document.ts';
export const SearchCandidatesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query SearchCandidates($query: String!) {
  searchCandidates(query: $query, first: 50) {
    id
    name
    email
    location
    applications {
      id
      postingTitle
      stageName
      status
      appliedAt
    }
  }
}
    `) as unknown as TypedDocumentString<SearchCandidatesQuery, SearchCandidatesQueryVariables>;
export const CandidateProfileDocument = /* @__PURE__ */ new TypedDocumentString(`
    query CandidateProfile($id: ID!) {
  candidate(id: $id) {
    id
    name
    email
    phone
    location
    country
    zone
    language
    links
    createdAt
    mergedIntoId
    version
    applications {
      id
      postingId
      postingTitle
      stageName
      status
      appliedAt
    }
    attachments {
      id
      fileName
      kind
      sizeBytes
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<CandidateProfileQuery, CandidateProfileQueryVariables>;
export const MergeCandidatesDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation MergeCandidates($input: MergeCandidatesInput!) {
  result: mergeCandidates(input: $input) {
    __typename
    ... on MergeCandidatesPayload {
      keptId
      applications
      attachments
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MergeCandidatesMutation, MergeCandidatesMutationVariables>;
export const UpdateCandidateDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation UpdateCandidate($input: UpdateCandidateInput!) {
  result: updateCandidate(input: $input) {
    __typename
    ... on UpdateCandidatePayload {
      candidateId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateCandidateMutation, UpdateCandidateMutationVariables>;
export const EraseCandidateDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation EraseCandidate($input: EraseCandidateInput!) {
  result: eraseCandidate(input: $input) {
    __typename
    ... on EraseCandidatePayload {
      candidateId
      applications
      files
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EraseCandidateMutation, EraseCandidateMutationVariables>;
