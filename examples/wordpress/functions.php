<?php
/**
 * Loads the element and its style; the files of the package are in the theme's folder `newsprint`.
 */
add_action( 'wp_enqueue_scripts', function () {
	$place = get_theme_file_uri( 'newsprint' );
	wp_enqueue_style( 'newsprint', "$place/style.css", array(), '0.1.0' );
	wp_enqueue_style( 'newsprint-behaviours', "$place/behaviours.css", array( 'newsprint' ), '0.1.0' );
	wp_enqueue_script_module( 'newsprint', "$place/auto.js", array(), '0.1.0' );
} );
