// First on a page under test: notes what the page's policy refused, what failed, and what was complained about.
window.noted = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  noted.push(`violation: ${violatedDirective} ${blockedURI}`));
addEventListener("error", ({ message }) => noted.push(`error: ${message}`));
addEventListener("unhandledrejection", ({ reason }) => noted.push(`rejection: ${reason}`));
for (const level of ["error", "warn"]) console[level] = (...words) => noted.push(`${level}: ${words.join(" ")}`);
