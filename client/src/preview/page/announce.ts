/** Says a text to those who hear the page, once things have come to rest: typing should not be talked over. */
export const announcer = (region: HTMLElement | null): ((text: string) => void) => {
  let resting: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      if (region !== null) region.textContent = text;
    }, 1500);
  };
};
