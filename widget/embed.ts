/**
 * The script of our own pages: registers the element, without the styles and the view that are in
 * their HTML.
 */
import "./page/own-site.ts";
import "./registered.ts";
