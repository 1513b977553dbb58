//! Places, waiting lists and what people do about their own sign-up: through the desk and the handlers, on real databases.

mod approving;
mod clock;
mod crowd;
mod delegations;
mod delegations_shuffled;
mod erasing;
mod forms;
mod heard;
mod moving_up_shuffled;
mod networks;
mod offers;
mod organisers;
mod own;
mod programme;
mod reading;
mod replies;
mod same_again;
mod sealing;
mod series;
mod snapshots;
mod unpublishing;
mod waiting;
mod world;
