/** Where the process begins. The exit code is set, not forced, so that logs and files are written out. */
import { main } from './program.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of our pipe has gone (`| head`): nobody is left to tell.
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await main(process.argv.slice(2), process.env);
