import './style.css';
import './takt-app.js';
