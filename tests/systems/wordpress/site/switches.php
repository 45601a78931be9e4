<?php
/* A plugin of the site under test: what sites do to WordPress, switched on by an option. */
if (get_option('blitar_without_rest')) {
    // As plugins that "disable the REST API" do: the links to it stay.
    add_filter('rest_authentication_errors', fn () => new WP_Error('rest_disabled', 'REST API', ['status' => 401]));
}
