/** What the shell knows of this page; everything else of it is loaded when it is opened. */
export const manifest = {
  name: 'parts',
  path: '/parts',
  roles: ['planner', 'operator', 'data-scientist'],
  menu: true,
  key: 'p',
  element: 'takt-parts',
  load: () => import('./takt-parts.js'),
};
