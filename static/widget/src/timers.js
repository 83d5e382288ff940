/** What is to happen later, unless a new question comes first. */
export const createTimers = () => {
  const timers = [];
  const later = (delay, action) => timers.push(setTimeout(action, delay));
  const cancel = () => timers.splice(0).map(clearTimeout);
  return { later, cancel };
};
