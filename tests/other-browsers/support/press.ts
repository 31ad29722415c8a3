/**
 * Notes what the next press meets: a driver takes a place, and the page may move before it presses
 * there. Until a press comes, it counts as missed; on another page nothing is noted.
 */
export const watchPress = (element: Element): void => {
  const note = ({ target }: Event) =>
    Reflect.set(window, 'missed', !element.contains(target as Node));
  Reflect.set(window, 'missed', true);
  addEventListener('click', note, { once: true, capture: true });
};

/** Whether the press that was watched met something else, or nothing. */
export const hasMissed = (): boolean => Reflect.get(window, 'missed') === true;
