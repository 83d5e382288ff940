/** What is to happen later, unless a new question comes first. */
export const createTimers = () => {
  let timers = [];
  const later = (delay, action) => timers.push(setTimeout(action, delay));
  const cancel = () => {
    timers.map(clearTimeout);
    timers = [];
  };
  return { later, cancel };
};
