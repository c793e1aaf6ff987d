import { createServer } from 'node:http';

/** The least that a start can cost: one process, one page with one field. */
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end('<!doctype html><title>empty</title><input>');
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') {
    process.send?.(`http://127.0.0.1:${address.port}/`);
  }
});
