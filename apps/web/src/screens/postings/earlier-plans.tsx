import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import { PlanMovesDocument } from '../../graphql/generated';
import { words } from '../../words';
import type { Posting } from './posting';

const WORDS = words.planning.moves;

/** Who is still on an earlier version of the plan, and the way to the present one. */
export function EarlierPlans({ posting: { id, plan } }: { readonly posting: Posting }) {
  const { data } = useQuery({
    queryKey: ['PlanMoves', id, null],
    queryFn: ({ signal }) => ask(PlanMovesDocument, { postingId: id, mapping: null }, signal),
    enabled: plan.version > 1,
  });
  const count = data?.planMoves.moves.length ?? 0;
  if (count === 0) return null;
  return (
    <Alert variant="light" color="yellow" title={WORDS.open(count)} maw={1000} mb="md">
      <Button component={Link} href={`/postings/${id}/plan-moves`} size="xs" variant="default">
        {WORDS.look}
      </Button>
    </Alert>
  );
}
