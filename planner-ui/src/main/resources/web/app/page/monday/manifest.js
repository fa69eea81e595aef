/** What the shell knows of this page; everything else of it is loaded when it is opened. */
export const manifest = {
  name: 'monday',
  path: '/',
  roles: ['planner', 'operator', 'data-scientist'],
  menu: true,
  key: 'm',
  element: 'takt-monday',
  load: () => import('./takt-monday.js'),
};
