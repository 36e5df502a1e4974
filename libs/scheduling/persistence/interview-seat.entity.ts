import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';
import type { InterviewState, SeatAnswer, SeatPart } from '../domain/meeting.js';

/** One interviewer's place in an interview. The database keeps a person out of two at once, buffers included. */
@Entity('interview_seats')
export class InterviewSeatEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId: Id;
  @PrimaryColumn({ type: 'uuid' })
  id: Id;
  @Column({ name: 'interview_id', type: 'uuid' })
  interviewId: Id;
  /** The stage's seat that this one fills. */
  @Column({ name: 'seat_id', type: 'uuid' })
  seatId: Id;
  @Column({ name: 'person_id', type: 'uuid' })
  personId: Id;
  @Column({ type: 'text', default: 'INTERVIEWS' })
  part: SeatPart;
  @Column({ type: 'text' })
  state: InterviewState;
  /** The meeting with the buffers around it. */
  @Column({ type: 'tstzrange' })
  during: string;
  @Column({ type: 'text', default: 'PENDING' })
  answer: SeatAnswer;
  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt: Date | null;
  /** A time that its holder proposes instead, until the interview is moved or somebody has dealt with it. */
  @Column({ name: 'proposed_at', type: 'timestamptz', nullable: true })
  proposedAt: Date | null;
  @Column({ name: 'proposal_note', type: 'text', default: '' })
  proposalNote: string;
}
