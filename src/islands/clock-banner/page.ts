import { sandboxFetch } from '#islands/host/ready.ts';
import { clockChannel, tellClock } from '#islands/sandbox-api/clock-channel.ts';
import { startClockBanner } from './clock-banner.ts';

/** Brings the shell's banner to life. */
export function startBannerOfPage(): void {
  const banner = document.getElementById('clock-banner');
  const words = banner?.querySelector('b');
  const back = banner?.querySelector('button');
  if (!banner || !words || !back) return;
  startClockBanner(
    {
      show: (shown) => {
        banner.hidden = !shown;
      },
      words,
      back,
    },
    {
      askClock: (init) => sandboxFetch(new Request('/sandbox/api/clock', init)),
      listen: (moved) => {
        if (!('BroadcastChannel' in globalThis)) return;
        new BroadcastChannel(clockChannel).addEventListener(
          'message',
          ({ data }: MessageEvent<unknown>) => moved(data),
        );
      },
      tell: tellClock,
      onShown: (callback) =>
        document.addEventListener('visibilitychange', () => {
          if (document.visibilityState === 'visible') callback();
        }),
    },
  );
}
