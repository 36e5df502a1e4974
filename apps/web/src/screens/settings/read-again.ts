import { useQueryClient } from '@tanstack/react-query';
import { tellDone } from '../../ui/commands';
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
