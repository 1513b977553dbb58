//! What the stories across services stand on: a world with all services, people who visit its pages, a mail server
//! that keeps what it is given.

pub mod conference;
pub mod delegations;
pub mod events;
pub mod faults;
pub mod installation;
pub mod ledger;
pub mod letters;
pub mod planning;
pub mod post;
pub mod process;
pub mod relay;
pub mod sink;
pub mod tap;
pub mod traces;
pub mod visitor;
pub mod world;

pub use conference::Conference;
pub use events::{CONFERENCE, Webinar};
pub use installation::Installation;
pub use ledger::Ledger;
pub use letters::Received;
pub use relay::Relay;
pub use sink::Sink;
pub use tap::Tap;
pub use visitor::Visitor;
pub use world::{WAYS, Way, World};
