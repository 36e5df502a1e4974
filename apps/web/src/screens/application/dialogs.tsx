import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog } from '../../ui/dialog';
import { ask } from '../../graphql/ask';
import {
  HireApplicationDocument,
  MoveApplicationDocument,
  OpenOpeningsDocument,
  RejectApplicationDocument,
  RejectionReasonsDocument,
  ReopenApplicationDocument,
  SendBackApplicationDocument,
  SkipStageDocument,
  WithdrawApplicationDocument,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { RejectForm } from '../../ui/reject-form';
import { words } from '../../words';
import { type Application, useReadAgain } from './application';
import { nextStageOf } from './standing';

const WORDS = words.application;
const TEXT = WORDS.dialogs;

export type DialogKind = 'MOVE_TO_STAGE' | 'SKIP_STAGE' | 'SEND_BACK' | 'REJECT' | 'HIRE' | 'WITHDRAW' | 'REOPEN';

interface Props {
  readonly application: Application;
  readonly onClose: () => void;
}

/** What a command asks before it is given. */
export function CommandDialog({ kind, application, onClose }: Props & { readonly kind: DialogKind }) {
  const Content = FORMS[kind];
  return (
    <Dialog onClose={onClose} title={TITLES[kind](application)} size={kind === 'REJECT' ? 'lg' : 'md'}>
      <Content application={application} onClose={onClose} />
    </Dialog>
  );
}

const TITLES: Readonly<Record<DialogKind, (application: Application) => string>> = {
  MOVE_TO_STAGE: () => TEXT.moveTitle,
  SKIP_STAGE: ({ stageName }) => TEXT.skipTitle(stageName ?? words.received),
  SEND_BACK: () => TEXT.backTitle,
  REJECT: ({ candidate }) => words.board.reject_.title(candidate.name),
  HIRE: ({ candidate }) => TEXT.hireTitle(candidate.name),
  WITHDRAW: () => TEXT.withdrawTitle,
  REOPEN: () => TEXT.reopenTitle,
};

const FORMS: Readonly<Record<DialogKind, (props: Props) => ReactNode>> = {
  MOVE_TO_STAGE: MoveForm,
  SKIP_STAGE: SkipForm,
  SEND_BACK: BackForm,
  REJECT: Reject,
  HIRE: HireForm,
  WITHDRAW: WithdrawForm,
  REOPEN: ReopenForm,
};

function useClosing({ application, onClose }: Props, said: string) {
  const readAgain = useReadAgain(application.id);
  return {
    onDone: () => {
      tellDone(said);
      readAgain();
      onClose();
    },
  };
}

function subject({ id, version }: Application) {
  return { applicationId: id, expectedVersion: version };
}

function Form({
  children,
  submit,
  label,
  busy,
  onClose,
}: {
  readonly children: ReactNode;
  readonly submit: (() => void) | null;
  readonly label: string;
  readonly busy: boolean;
  readonly onClose: () => void;
}) {
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit?.();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        {children}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={!submit} loading={busy}>
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Choice({
  label,
  value,
  onChange,
  options,
  required = true,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly required?: boolean;
}) {
  return (
    <NativeSelect
      label={label}
      required={required}
      data-autofocus
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: words.chooseOne }, ...options]}
    />
  );
}

function Words({
  label,
  value,
  onChange,
  description,
  required = true,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  readonly required?: boolean;
}) {
  return (
    <Textarea
      label={required ? label : `${label} (${words.optional})`}
      description={description}
      required={required}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autosize
      minRows={2}
      maxLength={4000}
    />
  );
}

function MoveForm(props: Props) {
  const { application, onClose } = props;
  const [stageId, setStageId] = useState('');
  const { run, busy } = useCommand(
    MoveApplicationDocument,
    useClosing(props, WORDS.done.moved(application.stages.find(({ id }) => id === stageId)?.name ?? '')),
  );
  const next = nextStageOf(application);
  const later = application.stages.filter(({ position }) => position > (next?.position ?? Infinity));
  return (
    <Form
      submit={stageId ? () => run({ ...subject(application), stageId }) : null}
      label={TEXT.move}
      busy={busy}
      onClose={onClose}
    >
      <Choice
        label={TEXT.stage}
        value={stageId}
        onChange={setStageId}
        options={later.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Text size="sm" c="dimmed">
        {TEXT.passed}
      </Text>
    </Form>
  );
}

function SkipForm(props: Props) {
  const { application, onClose } = props;
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  const { run, busy } = useCommand(SkipStageDocument, useClosing(props, WORDS.done.moved(nextStageOf(application)?.name ?? '')));
  const rule = application.stages.find(({ id }) => id === application.stageId)?.skippableIf;
  const ready = reason.trim() && evidence.trim();
  return (
    <Form
      submit={ready ? () => run({ ...subject(application), reason, evidence }) : null}
      label={TEXT.skip}
      busy={busy}
      onClose={onClose}
    >
      {rule && (
        <Text size="sm" c="dimmed">
          {TEXT.skipRule(rule)}
        </Text>
      )}
      <Words label={TEXT.why} value={reason} onChange={setReason} />
      <Words label={TEXT.evidence} description={TEXT.evidenceNote} value={evidence} onChange={setEvidence} />
    </Form>
  );
}

function BackForm(props: Props) {
  const { application, onClose } = props;
  const [stage, setStage] = useState('');
  const [reason, setReason] = useState('');
  const { stages, stageId } = application;
  const position = stages.find(({ id }) => id === stageId)?.position ?? 0;
  const options = [
    { value: 'received', label: words.received },
    ...stages.filter((one) => one.position < position).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const { run, busy } = useCommand(
    SendBackApplicationDocument,
    useClosing(props, WORDS.done.moved(options.find(({ value }) => value === stage)?.label ?? '')),
  );
  const submit = () => run({ ...subject(application), stageId: stage === 'received' ? null : stage, reason });
  return (
    <Form submit={stage && reason.trim() ? submit : null} label={TEXT.back} busy={busy} onClose={onClose}>
      <Choice label={TEXT.stage} value={stage} onChange={setStage} options={options} />
      <Words label={TEXT.why} value={reason} onChange={setReason} />
    </Form>
  );
}

function Reject(props: Props) {
  const { run, busy } = useCommand(RejectApplicationDocument, useClosing(props, WORDS.done.rejected));
  return (
    <RejectForm
      busy={busy}
      onCancel={props.onClose}
      onReject={(reasonId, note) => run({ ...subject(props.application), reasonId, note: note || null })}
    />
  );
}

function HireForm(props: Props) {
  const { application, onClose } = props;
  const [chosen, setChosen] = useState('');
  const { postingId } = application;
  const { data } = useQuery({
    queryKey: ['OpenOpenings', postingId],
    queryFn: ({ signal }) => ask(OpenOpeningsDocument, { postingId }, signal),
  });
  const open = (data?.posting.openings ?? []).filter(({ status }) => status === 'OPEN');
  // Where there is one only, nothing is asked.
  const openingId = chosen || (open.length === 1 ? open[0]!.id : '');
  const { run, busy } = useCommand(
    HireApplicationDocument,
    useClosing(props, open.length === 1 ? WORDS.done.hiredLast : WORDS.done.hired),
  );
  return (
    <Form
      submit={openingId ? () => run({ ...subject(application), openingId }) : null}
      label={TEXT.hire}
      busy={busy}
      onClose={onClose}
    >
      {data && open.length === 0 ? (
        <Text>{TEXT.noOpening}</Text>
      ) : (
        <Choice
          label={TEXT.opening}
          value={openingId}
          onChange={setChosen}
          options={open.map(({ id, number }) => ({ value: id, label: TEXT.openingName(number) }))}
        />
      )}
      {open.length === 1 && (
        <Text size="sm" c="dimmed">
          {TEXT.lastOpening}
        </Text>
      )}
    </Form>
  );
}

function WithdrawForm(props: Props) {
  const { application, onClose } = props;
  const [reasonId, setReasonId] = useState('');
  const [reason, setReason] = useState('');
  const { data } = useQuery({
    queryKey: ['RejectionReasons'],
    queryFn: ({ signal }) => ask(RejectionReasonsDocument, {}, signal),
    staleTime: 60_000,
  });
  const options = (data?.rejectionReasons ?? []).filter(({ side, active }) => side === 'THEY_WITHDREW' && active);
  const { run, busy } = useCommand(WithdrawApplicationDocument, useClosing(props, WORDS.done.withdrawn));
  const submit = () => run({ ...subject(application), reasonId: reasonId || null, reason: reason.trim() || null });
  return (
    <Form submit={submit} label={TEXT.withdraw} busy={busy} onClose={onClose}>
      <Choice
        label={`${TEXT.withdrawReason} (${words.optional})`}
        value={reasonId}
        onChange={setReasonId}
        options={options.map(({ id, label }) => ({ value: id, label }))}
        required={false}
      />
      <Words label={TEXT.withdrawNote} value={reason} onChange={setReason} required={false} />
    </Form>
  );
}

function ReopenForm(props: Props) {
  const { application, onClose } = props;
  const [reason, setReason] = useState('');
  const { run, busy } = useCommand(ReopenApplicationDocument, useClosing(props, WORDS.done.reopened));
  return (
    <Form
      submit={reason.trim() ? () => run({ ...subject(application), reason }) : null}
      label={TEXT.reopen}
      busy={busy}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {TEXT.reopenNote}
      </Text>
      <Words label={TEXT.why} value={reason} onChange={setReason} />
    </Form>
  );
}
