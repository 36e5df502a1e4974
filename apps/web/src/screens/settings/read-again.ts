import { useQueryClient } from '@tanstack/react-query';
import { tellDone, tellRefusal } from '../../ui/commands';
import { words } from '../../words';

/** What a command of the settings does when it worked: says so and reads what it changed. */
export function useDone(...keys: readonly string[]) {
  const queries = useQueryClient();
  return (said: string = words.settings.done, then?: () => void) => ({
    onDone: () => {
      tellDone(said);
      for (const key of keys) void queries.invalidateQueries({ queryKey: [key] });
      then?.();
    },
  });
}

/** The same, and where somebody was faster: says so, and shows what stands now. */
export function useDoneOrLook(...keys: readonly string[]) {
  const done = useDone(...keys);
  const queries = useQueryClient();
  return (said?: string, then?: () => void) => ({
    ...done(said, then),
    onRefusal: (refusal: object) => {
      tellRefusal(refusal);
      for (const key of keys) void queries.invalidateQueries({ queryKey: [key] });
      then?.();
    },
  });
}
