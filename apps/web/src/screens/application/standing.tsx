import { Button, Group, Menu, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { MoveApplicationDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { Icon } from '../../ui/icons';
import { Ago } from '../../ui/moment';
import { useZone } from '../../ui/frame';
import { useShortcuts } from '../../ui/shortcuts';
import { daysSince, moment } from '../../ui/time';
import { words } from '../../words';
import { type Application, useReadAgain } from './application';
import { CommandDialog, type DialogKind } from './dialogs';
import { SlotsDialog } from './slots';

const WORDS = words.application;
const IN_MENU = ['MOVE_TO_STAGE', 'SKIP_STAGE', 'SEND_BACK', 'HIRE', 'WITHDRAW', 'REOPEN'] as const;

/** Where they stand, and the one next action as a button; everything else that can be done now is beside it. */
export function StandingCard({ application }: { readonly application: Application }) {
  const { status, stageName, possibleCommands, waiting } = application;
  const [dialog, setDialog] = useState<DialogKind | null>(null);
  const [scheduling, setScheduling] = useState(false);
  const readAgain = useReadAgain(application.id);
  const move = useCommand(MoveApplicationDocument, {
    onDone: ({ application: { stageName } }) => {
      tellDone(WORDS.done.moved(stageName ?? words.received));
      readAgain();
    },
  });
  const next = nextStageOf(application);
  const mayAdvance = next !== undefined && possibleCommands.includes('ADVANCE');
  const hires = next === undefined && possibleCommands.includes('HIRE');
  const advance = () => move.run({ applicationId: application.id, expectedVersion: application.version });
  const mayFindTime = (waiting.for === 'SCHEDULING' || waiting.for === 'TIME_CHOICE') && possibleCommands.length > 0;
  const mayReject = possibleCommands.includes('REJECT');
  const inMenu = IN_MENU.filter((command) => possibleCommands.includes(command) && !(hires && command === 'HIRE'));
  const asked = [...(hires ? ['HIRE' as const] : []), ...(mayReject ? ['REJECT' as const] : []), ...inMenu];
  useShortcuts([
    ...(mayFindTime ? [{ keys: null, label: WORDS.schedule, run: () => setScheduling(true) }] : []),
    ...(mayAdvance ? [{ keys: null, label: WORDS.moveTo(next.name), run: advance }] : []),
    ...asked.map((command) => ({ keys: null, label: WORDS.commands[command], run: () => setDialog(command) })),
  ]);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="standing">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} id="standing">
            {status === 'ACTIVE' ? (stageName ?? words.received) : WORDS.ends[status]}
          </Title>
          <Text size="sm" c="dimmed">
            <Since application={application} />
          </Text>
        </div>
        <Group gap="xs">
          {mayFindTime && (
            <Button onClick={() => setScheduling(true)} variant={waiting.for === 'SCHEDULING' ? 'filled' : 'light'}>
              {WORDS.schedule}
            </Button>
          )}
          {mayAdvance && (
            <Button
              loading={move.busy}
              onClick={advance}
              variant={waiting.on === 'CANDIDATE' || waiting.for === 'SCHEDULING' ? 'light' : 'filled'}
            >
              {WORDS.moveTo(next.name)}
            </Button>
          )}
          {hires && <Button onClick={() => setDialog('HIRE')}>{WORDS.hire}</Button>}
          {mayReject && (
            <Button variant="default" onClick={() => setDialog('REJECT')}>
              {WORDS.commands.REJECT}
            </Button>
          )}
          {inMenu.length > 0 && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" rightSection={<Icon name="down" size={14} />}>
                  {WORDS.more}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {inMenu.map((command) => (
                  <Menu.Item key={command} onClick={() => setDialog(command)}>
                    {WORDS.commands[command]}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </Group>
      <Text mt="xs">
        <NextAction application={application} />
      </Text>
      {status === 'ACTIVE' && <Path application={application} />}
      {dialog && <CommandDialog kind={dialog} application={application} onClose={() => setDialog(null)} />}
      {scheduling && <SlotsDialog application={application} onClose={() => setScheduling(false)} />}
    </Paper>
  );
}

export function nextStageOf({ stages, stageId }: Application) {
  const position = stages.find(({ id }) => id === stageId)?.position ?? 0;
  return stages.find((stage) => stage.position > position);
}

function Since({ application: { endedAt, enteredStageAt, reason, stages, stageId } }: { readonly application: Application }) {
  if (endedAt)
    return (
      <>
        <Ago at={endedAt} />
        {reason && ` · ${reason.label}`}
      </>
    );
  const target = stages.find(({ id }) => id === stageId)?.targetDays;
  return (
    <>
      {WORDS.since(words.days(daysSince(enteredStageAt)))}
      {target ? ` · ${WORDS.target(target)}` : ''}
    </>
  );
}

/** What is next, in one sentence. */
function NextAction({ application }: { readonly application: Application }) {
  const zone = useZone();
  const { status, waiting } = application;
  if (status === 'HIRED') return WORDS.next.hired;
  if (status !== 'ACTIVE') return WORDS.next.ended;
  const next = nextStageOf(application);
  const onward = next ? WORDS.next.onwardTo(next.name) : WORDS.next.onwardHire;
  switch (waiting.for) {
    case 'REVIEW':
      return WORDS.next.review(onward);
    case 'FEEDBACK':
      return WORDS.next.feedback(onward);
    case 'SCHEDULING':
      return WORDS.next.scheduling;
    case 'OFFER':
      return WORDS.next.offer;
    default: {
      const late = waiting.until !== null && Date.parse(waiting.until) <= Date.now();
      const said = words.waiting(waiting.for, waiting.until && moment(waiting.until, zone), late);
      return said ? WORDS.next.waiting(said) : null;
    }
  }
}

/** The stages of the candidate's plan on one line, the present one marked. */
function Path({ application: { stages, stageId } }: { readonly application: Application }) {
  const here = stages.findIndex(({ id }) => id === stageId);
  const names = [words.received, ...stages.map(({ name }) => name)];
  return (
    <ol className="path">
      {names.map((name, at) => (
        <li key={at} data-done={at <= here || undefined} aria-current={at === here + 1 ? 'step' : undefined}>
          {name}
        </li>
      ))}
    </ol>
  );
}
