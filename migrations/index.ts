import { OrganizationsAndIdentity1700000000001 } from './0001-organizations-and-identity.js';
import { PostingsAndPlans1700000000002 } from './0002-postings-and-plans.js';
import { CandidatesAndApplications1700000000003 } from './0003-candidates-and-applications.js';
import { TakeHomesInterviewsScorecards1700000000004 } from './0004-take-homes-interviews-scorecards.js';
import { OutboxAndMail1700000000005 } from './0005-outbox-and-mail.js';
import { SchedulingRulesAndCalendars1700000000007 } from './0007-scheduling-rules-and-calendars.js';
import { MailProtocol1700000000008 } from './0008-mail-protocol.js';
import { HotRowsWithoutOrganizationKey1700000000009 } from './0009-hot-rows-without-organization-key.js';
import { AuditSeals1700000000010 } from './0010-audit-seals.js';
import { Erasure1700000000011 } from './0011-erasure.js';
import { ApiTokens1700000000016 } from './0016-api-tokens.js';
import { IncomingDoors1700000000014 } from './0014-incoming-doors.js';
import { PostingsAsFiles1700000000012 } from './0012-postings-as-files.js';
import { Privacy1700000000015 } from './0015-privacy.js';
import { SharedHoursTraineesLoops1700000000013 } from './0013-shared-hours-trainees-loops.js';
import { Webhooks1700000000017 } from './0017-webhooks.js';
import { IndexingByKey1700000000020 } from './0020-indexing-by-key.js';
import { MailWordsAndPromises1700000000022 } from './0022-mail-words-and-promises.js';
import { ConfidentialPostings1700000000023 } from './0023-confidential-postings.js';
import { SingleSignOn1700000000027 } from './0027-single-sign-on.js';
import { Passkeys1700000000028 } from './0028-passkeys.js';
import { RelaySeesEndpoints1700000000021 } from './0021-relay-sees-endpoints.js';
import { WhatStandsOfAPerson1700000000030 } from './0030-what-stands-of-a-person.js';
import { WhereSessionsBegan1700000000032 } from './0032-where-sessions-began.js';
import { ToldClocksAndProposedTimes1700000000025 } from './0025-told-clocks-and-proposed-times.js';
import { SelfIdentification1700000000024 } from './0024-self-identification.js';

/** All migrations in the order in which they run. A new one is added at the end; one that has landed is never edited. */
export const migrations = [
  OrganizationsAndIdentity1700000000001,
  PostingsAndPlans1700000000002,
  CandidatesAndApplications1700000000003,
  TakeHomesInterviewsScorecards1700000000004,
  OutboxAndMail1700000000005,
  SchedulingRulesAndCalendars1700000000007,
  MailProtocol1700000000008,
  HotRowsWithoutOrganizationKey1700000000009,
  AuditSeals1700000000010,
  Erasure1700000000011,
  PostingsAsFiles1700000000012,
  SharedHoursTraineesLoops1700000000013,
  IncomingDoors1700000000014,
  Privacy1700000000015,
  ApiTokens1700000000016,
  Webhooks1700000000017,
  IndexingByKey1700000000020,
  RelaySeesEndpoints1700000000021,
  MailWordsAndPromises1700000000022,
  ConfidentialPostings1700000000023,
  SelfIdentification1700000000024,
  ToldClocksAndProposedTimes1700000000025,
  SingleSignOn1700000000027,
  Passkeys1700000000028,
  WhatStandsOfAPerson1700000000030,
  WhereSessionsBegan1700000000032,
];
