mod deciding;
mod dkim;
mod faults;
mod format;
mod pages;
mod sink;
mod stories;
mod world;
