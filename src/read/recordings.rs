//! Which files are films and which are sounds; it knows their types and the endings of their names.

use crate::model::RecordingKind;

use super::words;

/// Returns what a file is, by its media type, if it is a film or a sound.
pub(super) fn kind_of_type(media_type: &str) -> Option<RecordingKind> {
    match words::up_to(media_type, "/") {
        "video" => Some(RecordingKind::Video),
        "audio" => Some(RecordingKind::Audio),
        _ => None,
    }
}

/// Returns what a file is, by the ending of its name, if it is a film or a sound.
pub(super) fn kind_of_name(address: &str) -> Option<RecordingKind> {
    let path = words::up_to(address, "?#");
    let end = path.rsplit('.').next().unwrap_or_default();
    if words::has_lower("mp4|webm|mov|m4v|m3u8|ogv", end) {
        Some(RecordingKind::Video)
    } else {
        words::has_lower("mp3|m4a|ogg|oga|wav|aac|flac", end).then_some(RecordingKind::Audio)
    }
}

/// Returns whether an address ends with the name of a film or a sound.
pub(super) fn is_recording(address: &str) -> bool {
    kind_of_name(address).is_some()
}
