//! The pages and the API as their visitors meet them: through the whole router, on both databases.

mod api;
mod archive;
mod asked_person;
mod bad_input;
mod badges;
mod certificate;
mod changed_form;
mod deciding;
mod decoy;
mod door;
mod foreign_list;
mod form;
mod insight;
mod invitations;
mod list;
mod mine;
mod organisers;
mod participants;
mod placed;
mod programme;
mod series;
mod statistics;
mod strange_names;
mod world;
