/**
 * Resolves in another turn of the event loop, after what has already come in: messages, such as a cancellation, are heard before
 * the work goes on. Timers are no way to wait in a browser, which holds them back for four milliseconds and more.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') return void setImmediate(resolve);
    const { port1, port2 } = new MessageChannel();
    const arrived = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', arrived, { once: true });
    port1.start();
    port2.postMessage(undefined);
  });
}
