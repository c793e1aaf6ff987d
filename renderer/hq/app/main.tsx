import '#renderer/styles/fonts.css';
import '#renderer/styles/tokens.css';
import '#renderer/styles/global.css';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HqContext, hqOf } from '#renderer/access/hq/hq.ts';
import { startLanguages } from '#renderer/language/i18n.ts';
import { connectHq, hqErrorOf } from '#renderer/transport/hqClient.ts';
import { HqApp } from './HqApp.tsx';
import { HqFailures } from './HqFailures.tsx';
import { HqWishes } from './HqWishes.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

await startLanguages('ar');
const hq = hqOf(connectHq());

/** The session is over, or was ended elsewhere: the page asks where it stands. */
function lookAgain(error: unknown): void {
  if (hqErrorOf(error).code !== 'notSignedIn') return;
  void cache.invalidateQueries({ queryKey: hq.queries.session.status.key() });
}

const cache: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: lookAgain }),
  mutationCache: new MutationCache({ onError: lookAgain }),
  defaultOptions: {
    queries: {
      // A refusal is an answer; only a hub that is away is asked again, and soon said.
      retry: (failures, error) => hqErrorOf(error).code === 'hubAway' && failures < 1,
      retryDelay: 800,
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <HqContext value={hq}>
        <HqWishes>
          <HqFailures>
            <HqApp />
          </HqFailures>
        </HqWishes>
      </HqContext>
    </QueryClientProvider>
  </StrictMode>,
);
