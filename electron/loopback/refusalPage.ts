import type { SayHost } from '#electron/host/hostTexts.ts';

/** The page for whoever comes without a session: no script, no style, both languages. */
export function refusalPage(say: SayHost): string {
  const title = say('linkSpentTitle');
  const text = say('linkSpent');
  const again = say('tryAgain');
  // Browsers keep a strict cookie back when the link was opened from another site's page; following
  // a link of our own page sends it.
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title.ar)} / ${escaped(title.en)}</title></head>
<body>
<main>
<h1>${escaped(title.ar)}</h1>
<p>${escaped(text.ar)}</p>
<p><a href="/">${escaped(again.ar)}</a></p>
<section lang="en" dir="ltr">
<h1>${escaped(title.en)}</h1>
<p>${escaped(text.en)}</p>
<p><a href="/">${escaped(again.en)}</a></p>
</section>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
