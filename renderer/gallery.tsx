import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { CaseView } from './gallery/CaseView.tsx';
import { DayView } from './gallery/DayView.tsx';
import { FormsView } from './gallery/FormsView.tsx';
import { PaperView } from './gallery/PaperView.tsx';
import { PiecesView } from './gallery/PiecesView.tsx';
import { SigningView } from './gallery/SigningView.tsx';
import type { GalleryLanguage } from './gallery/words.ts';
import './styles/global.css';

/** Looks at the components: ?lang=ar|en &theme=light|dark &contrast=high &view=pieces|forms|case|day|signing|paper */
const query = new URLSearchParams(location.search);
const language: GalleryLanguage = query.get('lang') === 'en' ? 'en' : 'ar';
const root = document.documentElement;
root.lang = language;
root.dir = language === 'ar' ? 'rtl' : 'ltr';
root.dataset.theme = query.get('theme') === 'dark' ? 'dark' : 'light';
if (query.get('contrast') === 'high') {
  root.dataset.contrast = 'high';
}

const VIEWS = {
  pieces: PiecesView,
  forms: FormsView,
  case: CaseView,
  day: DayView,
  signing: SigningView,
  paper: PaperView,
} as const;

function isViewName(name: string): name is keyof typeof VIEWS {
  return name in VIEWS;
}

const name = query.get('view') ?? 'pieces';
const View = isViewName(name) ? VIEWS[name] : PiecesView;
const host = document.getElementById('root');
if (host !== null) {
  createRoot(host).render(
    <I18nProvider locale={language === 'ar' ? 'ar-SA-u-nu-latn' : 'en-GB'}>
      <View language={language} />
    </I18nProvider>,
  );
}
