/**
 * Where a member of a pool stands. TRAINED members fill seats. Who is being trained takes no seat and keeps no time from being offered: SHADOW sits beside the
 * interviewer, REVERSE_SHADOW interviews while the interviewer sits beside.
 */
export const POOL_STANDINGS = ['TRAINED', 'SHADOW', 'REVERSE_SHADOW'] as const;
export type PoolStanding = (typeof POOL_STANDINGS)[number];
