import { Paper, Stack, Text, Title } from '@mantine/core';
import { Download, FileInPage } from '../../ui/file';
import { Outside } from '../../ui/outside';
import { words } from '../../words';
import { AddFile } from './add-file';
import { type Application, useReadAgain } from './application';

const WORDS = words.application;

/** What the candidate gave: their CV in the page, other files, their answers. */
export function Material({ application: { id, attachments, answers } }: { readonly application: Application }) {
  const readAgain = useReadAgain(id);
  const cv = attachments.findLast(({ kind }) => kind === 'CV');
  return (
    <Stack>
      <Paper withBorder p="md" component="section" aria-labelledby="cv">
        <Title order={2} id="cv" mb="xs">
          {WORDS.cv}
        </Title>
        {cv ? (
          <FileInPage id={cv.id} name={cv.fileName} sizeBytes={cv.sizeBytes} title={WORDS.showCv} />
        ) : (
          <Text c="dimmed">{WORDS.noCv}</Text>
        )}
        {attachments
          .filter(({ id }) => id !== cv?.id)
          .map((file) => (
            <Download key={file.id} id={file.id} name={file.fileName} sizeBytes={file.sizeBytes} />
          ))}
        <AddFile applicationId={id} onAdded={readAgain} />
      </Paper>
      <Paper withBorder p="md" component="section" aria-labelledby="answers">
        <Title order={2} id="answers" mb="xs">
          {WORDS.answers}
        </Title>
        {answers.length === 0 && <Text c="dimmed">{WORDS.noAnswers}</Text>}
        <Stack gap="sm">
          {answers.map(({ questionId, label, kind, text }) => (
            <div key={questionId}>
              <Text size="sm" c="dimmed">
                {label}
              </Text>
              {kind === 'LINK' ? <Outside address={text} /> : <Text className="prose">{text}</Text>}
            </div>
          ))}
        </Stack>
      </Paper>
    </Stack>
  );
}
