import '#renderer/styles/fonts.css';
import '#renderer/styles/tokens.css';
import '#renderer/styles/global.css';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DeskContext, deskOf } from '#renderer/access/desk.ts';
import { startLanguages } from '#renderer/language/i18n.ts';
import { connectDesk, deskErrorOf } from '#renderer/transport/deskClient.ts';
import { App } from './App.tsx';
import { DeskFailures } from './DeskFailures.tsx';
import { Preferred } from './Preferred.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

const CLOSED_CODES: readonly string[] = ['notUnlocked', 'kioskStands'];

await startLanguages('ar');
const desk = deskOf(await connectDesk());
/** Another window has locked the desk or turned it to the beneficiary: this one asks where it stands. */
function lookAgain(error: unknown): void {
  if (!CLOSED_CODES.includes(deskErrorOf(error).code)) return;
  void cache.invalidateQueries({ queryKey: desk.queries.session.status.key() });
}

const cache: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: lookAgain }),
  mutationCache: new MutationCache({ onError: lookAgain }),
  defaultOptions: {
    // The desk is on this very machine: a refusal is an answer, and asking again changes nothing.
    queries: { retry: false, staleTime: 5_000, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <DeskContext value={desk}>
        <DeskFailures>
          <Preferred>
            <App />
          </Preferred>
        </DeskFailures>
      </DeskContext>
    </QueryClientProvider>
  </StrictMode>,
);
