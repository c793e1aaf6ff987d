/** pdf.js reads files apart from the screens; it begins by itself where it finds itself in a worker. */
import 'pdfjs-dist/build/pdf.worker.min.mjs';
