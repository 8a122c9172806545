/** The script of our own pages: the element without what their HTML holds already, registered. */
import "./page/own-site.ts";
import "./registered.ts";
