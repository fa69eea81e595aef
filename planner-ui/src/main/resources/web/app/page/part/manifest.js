/** What the shell knows of this page; everything else of it is loaded when it is opened. */
export const manifest = {
  name: 'part',
  path: '/part/:part',
  roles: ['planner', 'operator', 'data-scientist'],
  menu: false,
  element: 'takt-part',
  load: () => import('./takt-part.js'),
};
